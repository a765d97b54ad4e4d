package gjdbg.script.bind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What gjdbg.d.ts declares, as far as names go: the members of each interface, and the names that module 'gjdbg' exports. */
public final class Declarations {
    /** @param readonly whether it says so */
    public record Member(String name, boolean readonly, boolean optional) {}

    private static final Pattern INTERFACE = Pattern.compile("export (?:interface|class) (\\w+)[^{]*\\{");
    private static final Pattern MEMBER =
            Pattern.compile("(readonly\\s+)?([A-Za-z_$][\\w$]*)(\\?)?\\s*(<[^(]*>)?\\s*[:(].*", Pattern.DOTALL);
    private static final Pattern EXPORT = Pattern.compile("export (?:class|const|function) (\\w+)");

    private final Map<String, Map<String, Member>> interfaces = new LinkedHashMap<>();
    private final List<String> exports = new ArrayList<>();

    private Declarations(String text) {
        String bare = text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
        String module = body(bare, bare.indexOf('{', bare.indexOf("declare module 'gjdbg'")));
        Matcher each = INTERFACE.matcher(module);
        while (each.find()) {
            interfaces.put(each.group(1), parsed(body(module, each.end() - 1)));
        }
        Matcher exported = EXPORT.matcher(module);
        while (exported.find()) {
            exports.add(exported.group(1));
        }
    }

    public static Declarations shipped() throws IOException {
        try (InputStream in = Declarations.class.getResourceAsStream("/gjdbg/gjdbg.d.ts")) {
            return new Declarations(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    public Optional<Map<String, Member>> members(String type) {
        return Optional.ofNullable(interfaces.get(type));
    }

    public List<String> exports() {
        return exports;
    }

    /** What stands between the brace at that index and the one that closes it. */
    private static String body(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(open + 1, i);
            }
        }
        throw new IllegalArgumentException(
                "a brace is not closed: " + text.substring(open, Math.min(open + 40, text.length())));
    }

    private static Map<String, Member> parsed(String body) {
        Map<String, Member> members = new LinkedHashMap<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
            if (c == ';' && depth == 0) {
                Matcher member = MEMBER.matcher(body.substring(start, i).trim());
                if (member.matches()) {
                    boolean optional = member.group(3) != null;
                    members.put(member.group(2), new Member(member.group(2), member.group(1) != null, optional));
                }
                start = i + 1;
            }
        }
        return members;
    }
}
