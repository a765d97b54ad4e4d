package gjdbg.repl;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;

/** Colours JavaScript, and the word that a line begins with, as they are typed. */
final class Highlighting extends DefaultHighlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))"
            + "|(?<string>'(?:[^'\\\\\\n]|\\\\.)*'?|\"(?:[^\"\\\\\\n]|\\\\.)*\"?|`(?:[^`\\\\]|\\\\.)*`?)"
            + "|(?<number>\\b(?:0[xX][0-9a-fA-F]+|[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)n?\\b)"
            + "|(?<name>[A-Za-z_$][\\w$]*)");
    static final Set<String> KEYWORDS = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "null",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "yield");
    private static final Set<String> OBJECTS =
            Set.of("target", "gjdbg", "stop", "frame", "goroutine", "thread", "console", "prompt");

    private final boolean coloured;

    Highlighting(boolean coloured) {
        this.coloured = coloured;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        // what the editor marks itself, as while it searches, goes through it
        AttributedString plain = super.highlight(reader, buffer);
        boolean marked = plain.toAnsi().length() != buffer.length();
        return coloured && !marked ? AttributedString.fromAnsi(coloured(buffer)) : plain;
    }

    static String coloured(String buffer) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        int afterWord = buffer.startsWith(".")
                ? buffer.split("\\s", 2)[0].length()
                : Words.read(buffer).map(said -> said(buffer)).orElse(0);
        if (afterWord > 0) {
            text.append(Style.WORD.of(buffer.substring(0, afterWord), true));
            done = afterWord;
        }
        Matcher token = TOKEN.matcher(buffer);
        token.region(done, buffer.length());
        while (token.find()) {
            text.append(buffer, done, token.start());
            Style style = afterWord > 0 && token.group("name") != null ? Style.PLAIN : style(token);
            text.append(style.of(token.group(), style != Style.PLAIN));
            done = token.end();
        }
        return text.append(buffer.substring(done)).toString();
    }

    private static int said(String buffer) {
        Matcher name = Pattern.compile("\\s*[A-Za-z]+").matcher(buffer);
        return name.lookingAt() ? name.end() : 0;
    }

    private static Style style(Matcher token) {
        if (token.group("comment") != null) {
            return Style.COMMENT;
        }
        if (token.group("string") != null) {
            return Style.STRING;
        }
        if (token.group("number") != null) {
            return Style.NUMBER;
        }
        String name = token.group("name");
        return KEYWORDS.contains(name) ? Style.KEYWORD : OBJECTS.contains(name) ? Style.NAME : Style.PLAIN;
    }
}
