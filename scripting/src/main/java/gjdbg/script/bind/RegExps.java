package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Writes a JavaScript regular expression as Java's, so that a hundred thousand names can be tried without a call into
 * the script for each. The two syntaxes differ in classes, in lone braces and brackets, and in what a backslash before a
 * letter means (ECMAScript, section 22.2.1 and annex B.1.2; {@link Pattern}). What is the same is left as it was written,
 * since people see it again in the breakpoint's place.
 */
final class RegExps {
    /** Letters that mean the same after a backslash in both. */
    private static final String SHARED_ESCAPES = "dDwWsSBfnrt";

    private final String source;
    private final boolean unicode;
    private final StringBuilder java = new StringBuilder();
    private final List<String> groups = new ArrayList<>();
    private int at;

    private RegExps(String source, boolean unicode) {
        this.source = source;
        this.unicode = unicode;
    }

    /**
     * @param source as a RegExp's {@code source} has it
     * @param flags as its {@code flags} has them
     */
    static Pattern pattern(String source, String flags) {
        if (flags.contains("v")) {
            throw new BadRequest("the flag v of /" + source + "/ can't be used here; the flag u can");
        }
        int options = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        options |= flags.contains("s") ? Pattern.DOTALL : 0;
        options |= flags.contains("m") ? Pattern.MULTILINE : 0;
        String java = new RegExps(source, flags.contains("u")).translate();
        try {
            return Pattern.compile(flags.contains("y") ? "\\A(?:" + java + ")" : java, options);
        } catch (PatternSyntaxException e) {
            throw new BadRequest("the regular expression /" + source + "/ can't be used: " + e.getDescription(), e);
        }
    }

    private String translate() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '{' -> java.append(isQuantifier() ? "{" : "\\{");
                case '}' -> java.append(endsQuantifier() ? "}" : "\\}");
                case ']' -> java.append("\\]");
                case '(' -> group();
                default -> java.append(c);
            }
        }
        return java.toString();
    }

    /** Whether a brace that was just read begins {@code {2}}, {@code {2,}} or {@code {2,3}}; else it is a plain one. */
    private boolean isQuantifier() {
        int end = source.indexOf('}', at);
        return end > 0 && quantifies(source.substring(at, end));
    }

    private boolean endsQuantifier() {
        int begin = source.lastIndexOf('{', at - 1);
        return begin >= 0
                && quantifies(source.substring(begin + 1, at - 1))
                && !java.toString().endsWith("\\{");
    }

    private static boolean quantifies(String inner) {
        int comma = inner.indexOf(',');
        String least = comma < 0 ? inner : inner.substring(0, comma);
        String most = comma < 0 ? "" : inner.substring(comma + 1);
        return !least.isEmpty() && isNumber(least) && isNumber(most);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Java allows fewer characters in the names of groups, so they get names of their own. */
    private void group() {
        java.append('(');
        boolean named = source.startsWith("?<", at) && !source.startsWith("?<=", at) && !source.startsWith("?<!", at);
        if (named) {
            int end = source.indexOf('>', at);
            groups.add(source.substring(at + 2, end));
            java.append("?<g").append(groups.size()).append('>');
            at = end + 1;
        }
    }

    private void characterClass() {
        boolean negated = source.startsWith("^", at);
        at += negated ? 1 : 0;
        if (source.startsWith("]", at)) {
            at++;
            java.append(negated ? "[\\s\\S]" : "(?!)");
            return;
        }
        java.append(negated ? "[^" : "[");
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case ']' -> {
                    java.append(']');
                    return;
                }
                case '\\' -> escape(true);
                // in Java these nest classes and intersect them
                case '[', '&', '^' -> java.append('\\').append(c);
                default -> java.append(c);
            }
        }
    }

    /** What follows a backslash. */
    private void escape(boolean inClass) {
        char c = source.charAt(at++);
        switch (c) {
            case 'v' -> java.append("\\x0B");
            case '0' -> java.append("\\x00");
            case 'b' -> java.append(inClass ? "\\x08" : "\\b");
            case '/' -> java.append('/');
            case 'c' -> control();
            case 'x' -> code(c, 2);
            case 'u' -> codePoint();
            case 'k' -> reference();
            case 'p', 'P' -> property(c);
            default -> {
                boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
                boolean same = SHARED_ESCAPES.indexOf(c) >= 0;
                // every other letter stands for itself
                java.append(letter && !same ? "" : "\\").append(c);
            }
        }
    }

    private void control() {
        char letter = at < source.length() ? source.charAt(at) : 0;
        if (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z') {
            at++;
            java.append(String.format("\\x%02x", letter % 32));
        } else {
            java.append("\\\\c");
        }
    }

    /** {@code \x41} and {@code \u0041}; with fewer digits it is the letter. */
    private void code(char letter, int digits) {
        int end = at + digits;
        boolean complete =
                end <= source.length() && source.substring(at, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
        java.append(complete ? "\\" : "").append(letter);
    }

    private void codePoint() {
        if (unicode && source.startsWith("{", at)) {
            java.append("\\x{").append(source, at + 1, source.indexOf('}', at) + 1);
            at = source.indexOf('}', at) + 1;
        } else {
            code('u', 4);
        }
    }

    /** {@code \p{Lu}}, which outside of unicode mode is the letter. */
    private void property(char letter) {
        int end = source.indexOf('}', at);
        if (!unicode || end < 0) {
            java.append(letter);
            return;
        }
        java.append('\\').append(letter).append(source, at, end + 1);
        at = end + 1;
    }

    private void reference() {
        int end = source.indexOf('>', at);
        int group = source.startsWith("<", at) && end > 0 ? groups.indexOf(source.substring(at + 1, end)) : -1;
        if (group < 0) {
            java.append('k');
            return;
        }
        java.append("\\k<g").append(group + 1).append('>');
        at = end + 1;
    }
}
