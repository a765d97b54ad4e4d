package gjdbg.examples.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a file of TypeScript declarations apart into its declarations, their members, and the doc comment of each. */
final class Declarations {
    private static final Pattern WITH_MEMBERS =
            Pattern.compile("(declare module|(export )?(declare )?(interface|class)) [^;{]*");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private int at;

    private Declarations(String text) {
        this.text = text;
    }

    /**
     * @param comment the doc comment's text as lines, empty without one
     * @param signature what is declared, without the members' braces and the last semicolon
     * @param members of a module, an interface or a class
     */
    record Declaration(List<String> comment, String signature, List<Declaration> members) {}

    static List<Declaration> parse(String text) {
        return new Declarations(text).all();
    }

    private List<Declaration> all() {
        List<Declaration> found = new ArrayList<>();
        List<String> comment = List.of();
        while (skipSpace()) {
            if (text.startsWith("/*", at)) {
                comment = lines(comment());
            } else if (text.startsWith("//", at)) {
                comment();
                comment = List.of();
            } else {
                found.add(declaration(comment));
                comment = List.of();
            }
        }
        return found;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Declaration declaration(List<String> comment) {
        int begin = at;
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (depth == 0 && c == ';') {
                String signature = text.substring(begin, at++).strip();
                return new Declaration(comment, signature, List.of());
            }
            if (depth == 0
                    && c == '{'
                    && WITH_MEMBERS.matcher(text.substring(begin, at)).matches()) {
                String header = text.substring(begin, at).strip();
                int body = at + 1;
                skipNested();
                return new Declaration(comment, header, parse(text.substring(body, at - 1)));
            }
            depth += depthOf(c);
            skipOne();
        }
        throw new IllegalArgumentException(
                "no end of: " + text.substring(begin).lines().findFirst().orElse(""));
    }

    /** From an opening brace to behind the one that closes it. */
    private void skipNested() {
        int depth = 0;
        do {
            depth += depthOf(text.charAt(at));
            skipOne();
        } while (depth > 0);
    }

    /** A character, or a whole comment or string. */
    private void skipOne() {
        char c = text.charAt(at);
        if (text.startsWith("/*", at) || text.startsWith("//", at)) {
            comment();
        } else if (c == '\'' || c == '"' || c == '`') {
            at = text.indexOf(c, at + 1) + 1;
        } else {
            at++;
        }
    }

    private static int depthOf(char c) {
        return OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
    }

    private String comment() {
        int begin = at;
        boolean block = text.startsWith("/*", at);
        at = block ? text.indexOf("*/", at) + 2 : text.indexOf('\n', at);
        return text.substring(begin, at);
    }

    private static List<String> lines(String comment) {
        return comment.lines()
                .map(line -> line.strip()
                        .replaceFirst("^(/\\*\\*|\\*/|\\*)", "")
                        .replaceFirst("\\*/$", "")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
