package gjdbg.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes an XML 1.0 document, element by element. */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;
    private boolean inText;

    Xml open(String element) {
        endTag();
        out.append(open.isEmpty() ? "" : "\n" + "  ".repeat(open.size()))
                .append('<')
                .append(element);
        open.push(element);
        inTag = true;
        inText = false;
        return this;
    }

    /** Of the element that was opened last. */
    Xml attribute(String name, Object value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value.toString(), true))
                .append('"');
        return this;
    }

    Xml content(String text) {
        endTag();
        out.append(escaped(text, false));
        inText = true;
        return this;
    }

    Xml close() {
        String element = open.pop();
        if (inTag) {
            out.append("/>");
        } else {
            out.append(inText ? "" : "\n" + "  ".repeat(open.size()))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        inTag = false;
        inText = false;
        return this;
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    String text() {
        return out + "\n";
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(attribute ? "&#9;" : "\t");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** Char of XML 1.0, section 2.2; programs print others too. */
    private static boolean isAllowed(int point) {
        return point >= 0x20 && point <= 0xd7ff
                || point >= 0xe000 && point <= 0xfffd
                || point >= 0x10000 && point <= 0x10ffff;
    }
}
