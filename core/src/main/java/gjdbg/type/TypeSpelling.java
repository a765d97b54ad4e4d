package gjdbg.type;

import java.util.Map;

/**
 * Names of Go's types as people write them, and as the debugging information has them: {@code []byte} is {@code []uint8} there,
 * and {@code main.Pair[string, any]} is {@code main.Pair[string,interface {}]}.
 */
public final class TypeSpelling {
    private static final Map<String, String> ALIASES = Map.of("byte", "uint8", "rune", "int32", "any", "interface {}");

    private final String written;
    private final boolean bare;
    private final StringBuilder out = new StringBuilder();
    /** For each bracket that is open, whether it holds type arguments. */
    private final StringBuilder open = new StringBuilder();

    private int at;

    private TypeSpelling(String written, boolean bare) {
        this.written = written;
        this.bare = bare;
    }

    /** As the debugging information has it. */
    public static String normal(String written) {
        return new TypeSpelling(written.strip(), false).spell();
    }

    /**
     * Without what source code does not write: type arguments, and the numbers of types that are declared in functions. Of
     * {@code *main.Pair[string,int]} that is {@code *main.Pair}, of {@code main.S·1} it is {@code main.S}.
     */
    public static String bare(String name) {
        return isBare(name) ? name : new TypeSpelling(name, true).spell();
    }

    /** Whether that is plain to see. */
    static boolean isBare(String name) {
        return name.indexOf('[') < 0 && name.indexOf('·') < 0;
    }

    private String spell() {
        while (at < written.length()) {
            char c = written.charAt(at);
            if (Character.isLetterOrDigit(c) || c == '_') {
                name();
            } else if (c == '"') {
                tag();
            } else if (Character.isWhitespace(c)) {
                space();
            } else {
                punctuation(c);
            }
        }
        return out.toString();
    }

    private void name() {
        int start = at;
        while (at < written.length() && isOfName(written.charAt(at))) {
            at++;
        }
        int end = at;
        if (bare) {
            int number = written.indexOf('·', start);
            end = number >= 0 && number < at ? number : at;
        }
        String name = written.substring(start, end);
        out.append(ALIASES.getOrDefault(name, name));
        if (bare && at < written.length() && written.charAt(at) == '[' && !name.equals("map")) {
            skipArguments();
        }
    }

    /** Paths have dots, slashes and dashes; {@code chan<-} begins with no name. */
    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "_./%·-~".indexOf(c) >= 0;
    }

    private void skipArguments() {
        int depth = 0;
        do {
            char c = written.charAt(at++);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        } while (depth > 0 && at < written.length());
    }

    /** Of a struct's field, with its quotes. */
    private void tag() {
        int start = at++;
        while (at < written.length() && written.charAt(at) != '"') {
            at += written.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, written.length());
        out.append(written, start, at);
    }

    /** Counts where it stands between two names, or between what gives a result and the result. */
    private void space() {
        while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
            at++;
        }
        char before = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        char next = at < written.length() ? written.charAt(at) : ',';
        boolean after = isOfName(before) || before == ')' || before == '}' || before == '"';
        if (after && (isOfName(next) || "*[(<\"".indexOf(next) >= 0)) {
            out.append(' ');
        }
    }

    private void punctuation(char c) {
        at++;
        switch (c) {
            case '[' -> {
                open.append(!out.isEmpty() && isOfName(out.charAt(out.length() - 1)) && !endsWith("map") ? 'T' : '[');
                out.append(c);
            }
            case '(' -> {
                open.append(c);
                out.append(c);
            }
            case '{' -> openBrace();
            case '}' -> {
                close();
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == '{' ? "}" : " }");
            }
            case ']', ')' -> {
                close();
                out.append(c);
            }
            case ',' -> out.append(!open.isEmpty() && open.charAt(open.length() - 1) == 'T' ? "," : ", ");
            case ';' -> out.append("; ");
            default -> out.append(c);
        }
    }

    /** {@code interface {}} and {@code struct { A int }}. */
    private void openBrace() {
        open.append('{');
        int next = at;
        while (next < written.length() && Character.isWhitespace(written.charAt(next))) {
            next++;
        }
        boolean empty = next < written.length() && written.charAt(next) == '}';
        out.append(!out.isEmpty() && isOfName(out.charAt(out.length() - 1)) ? " {" : "{")
                .append(empty ? "" : " ");
    }

    private void close() {
        open.setLength(Math.max(0, open.length() - 1));
    }

    private boolean endsWith(String word) {
        int from = out.length() - word.length();
        return from >= 0 && out.substring(from).equals(word) && (from == 0 || !isOfName(out.charAt(from - 1)));
    }
}
