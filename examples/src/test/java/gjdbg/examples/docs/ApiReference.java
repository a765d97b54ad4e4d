package gjdbg.examples.docs;

import gjdbg.examples.docs.Declarations.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes docs/reference.md, of which gjdbg.d.ts is the text. From the repository's folder:
 * {@code $(./gjdbg jdk)/bin/java examples/src/test/java/gjdbg/examples/docs/ApiReference.java}
 */
final class ApiReference {
    static final Path DECLARATIONS = Path.of("stdlib-scripts/src/main/resources/gjdbg/gjdbg.d.ts");
    static final Path PAGE = Path.of("docs/reference.md");

    private static final Pattern MODULE = Pattern.compile("declare module '(.+)'");
    private static final Pattern NAME = Pattern.compile(
            "(?:export |declare )*(?:interface|class|type|const|var|function) ([\\w$]+).*", Pattern.DOTALL);
    private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w+");
    private static final String GLOBALS = "Globals";

    private final Map<String, List<Declaration>> modules = new LinkedHashMap<>();
    private final Map<String, String> comments = new HashMap<>();
    /** The page's headings' anchors by module and name, as GitHub makes them. */
    private final Map<List<String>, String> anchors = new HashMap<>();

    private final Map<String, String> typeAnchors = new HashMap<>();
    private final StringBuilder page = new StringBuilder();

    private ApiReference(String declarations) {
        for (Declaration each : Declarations.parse(declarations)) {
            Matcher module = MODULE.matcher(each.signature());
            if (module.matches()) {
                modules.computeIfAbsent(module.group(1), _ -> new ArrayList<>()).addAll(documented(each.members()));
                comments.merge(module.group(1), text(each.comment()), (first, second) -> first + second);
            } else {
                modules.computeIfAbsent(GLOBALS, _ -> new ArrayList<>()).add(each);
            }
        }
        nameAnchors();
    }

    /** The second heading of a name gets -1 behind it, and so on. */
    private void nameAnchors() {
        Map<String, Integer> seen = new HashMap<>();
        modules.forEach((module, declarations) -> {
            anchor(module, seen);
            for (String name : names(declarations)) {
                String anchor = anchor(name, seen);
                anchors.put(List.of(module, name), anchor);
                typeAnchors.putIfAbsent(name, anchor);
            }
        });
    }

    private static String anchor(String heading, Map<String, Integer> seen) {
        String anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w-]", "");
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }

    private static List<String> names(List<Declaration> declarations) {
        return declarations.stream().map(ApiReference::name).distinct().toList();
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(PAGE, of(Files.readString(DECLARATIONS)));
    }

    static String of(String declarations) {
        return new ApiReference(declarations).write();
    }

    private static List<Declaration> documented(List<Declaration> members) {
        return members.stream()
                .filter(each -> !each.signature().startsWith("import ")
                        && !each.signature().startsWith("export default"))
                .toList();
    }

    private static String name(Declaration declaration) {
        Matcher name = NAME.matcher(declaration.signature());
        if (!name.matches()) {
            throw new IllegalArgumentException("what is declared here? " + declaration.signature());
        }
        return name.group(1);
    }

    private String write() {
        line("<!-- Made of gjdbg.d.ts by ApiReference.java, which says how; changes belong there. -->");
        line("# API reference");
        line("");
        line("All that scripts see, from [gjdbg.d.ts](../" + DECLARATIONS
                + "), which editors read for completion and checks. A");
        line("module is what a script imports from; the global `gjdbg` is the module of that name.");
        line("");
        modules.forEach((module, declarations) -> {
            line("- " + (module.equals(GLOBALS) ? module : "`" + module + "`") + ": "
                    + links(names(declarations), name -> anchors.get(List.of(module, name))));
        });
        modules.forEach(this::module);
        return page.toString();
    }

    private void module(String module, List<Declaration> declarations) {
        line("");
        line("## " + module);
        paragraph(comments.getOrDefault(module, ""));
        String previous = "";
        for (Declaration each : declarations) {
            // overloads of a function stand together
            if (!name(each).equals(previous)) {
                line("");
                line("### " + name(each));
            }
            previous = name(each);
            declaration(each);
        }
    }

    private void declaration(Declaration declaration) {
        paragraph(text(declaration.comment()));
        String signature = declaration.signature().replaceFirst("^export ", "");
        boolean plain =
                signature.matches("(declare )?interface \\w+") || signature.matches("class \\w+ extends GjdbgError");
        if (!plain) {
            line("");
            line("```ts");
            line(signature.replaceAll("(?m)^  ", ""));
            line("```");
        }
        if (!declaration.members().isEmpty()) {
            line("");
            declaration.members().forEach(this::member);
        }
        Set<String> used = new LinkedHashSet<>();
        declaration.members().forEach(each -> typesIn(each.signature(), used));
        typesIn(signature, used);
        used.remove(name(declaration));
        if (!used.isEmpty()) {
            line("");
            line("Types: " + links(List.copyOf(used), typeAnchors::get));
        }
    }

    private void member(Declaration member) {
        line("- `" + member.signature().replaceAll("\\s+", " ").replaceFirst("^readonly ", "") + "`"
                + (member.comment().isEmpty() ? "" : "  "));
        if (!member.comment().isEmpty()) {
            line("  " + text(member.comment()));
        }
    }

    private void typesIn(String signature, Set<String> found) {
        TYPE_NAME
                .matcher(signature)
                .results()
                .map(MatchResult::group)
                .filter(typeAnchors::containsKey)
                .forEach(found::add);
    }

    private static String links(List<String> names, UnaryOperator<String> anchor) {
        return String.join(
                ", ",
                names.stream()
                        .map(name -> "[" + name + "](#" + anchor.apply(name) + ")")
                        .toList());
    }

    /** A comment's text as Markdown. */
    private static String text(List<String> comment) {
        String text = String.join(" ", comment);
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = parts[i].replace("<", "\\<").replace("*", "\\*");
        }
        return String.join("`", parts);
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            line("");
            line(text);
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
