package gjdbg.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A snapshot as one HTML file that needs nothing else: page, style, script and data. */
final class SnapshotPage {
    private static final String FOLDER = "/gjdbg/report/";

    /** In the order in which each can use those before it. */
    private static final List<String> SCRIPTS =
            List.of("page.js", "search.js", "members.js", "groups.js", "sections.js", "report.js");

    private SnapshotPage() {}

    static void write(Writer writer, String json) throws IOException {
        String rest = part(writer, resource("report.html"), "/*style*/");
        writer.write(resource("report.css"));
        rest = part(writer, rest, "/*data*/");
        writeEmbedded(writer, json);
        rest = part(writer, rest, "/*script*/");
        for (String each : SCRIPTS) {
            writer.write(resource(each));
        }
        writer.write(rest);
    }

    /** Writes what comes before the mark; returns what comes after it. */
    private static String part(Writer writer, String text, String mark) throws IOException {
        int at = text.indexOf(mark);
        writer.write(text, 0, at);
        return text.substring(at + mark.length());
    }

    /** Text of the program could end the script element, or begin a comment; in JSON these are all within strings. */
    private static void writeEmbedded(Writer writer, String json) throws IOException {
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            switch (each) {
                case '<', '>', '&', '\u2028', '\u2029' -> writer.write(String.format("\\u%04x", (int) each));
                default -> writer.write(each);
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = SnapshotPage.class.getResourceAsStream(FOLDER + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
