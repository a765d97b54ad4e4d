package gjdbg.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of source around a place, that line marked. */
final class SourceView {
    private static final int AROUND = 5;
    private static final long MOST_BYTES = 16 << 20;

    private final boolean coloured;
    private final Map<String, List<String>> files = new HashMap<>();

    SourceView(boolean coloured) {
        this.coloured = coloured;
    }

    /** @param line the first is 1 */
    String around(String file, int line, int lines) {
        if (file.isEmpty() || line <= 0) {
            return "no source is known here; disas shows the instructions";
        }
        List<String> text = files.computeIfAbsent(file, SourceView::read);
        if (text.isEmpty()) {
            return "the source " + file + " can't be read here";
        }
        if (line > text.size()) {
            return file + " has " + text.size() + " lines, not " + line
                    + ": it has changed since the program was built";
        }
        int first = Math.max(1, line - lines);
        int last = Math.min(text.size(), line + lines);
        int width = String.valueOf(last).length();
        StringBuilder shown = new StringBuilder();
        for (int each = first; each <= last; each++) {
            String number = String.format("%" + width + "d", each);
            String code = text.get(each - 1).replace("\t", "    ");
            if (each > first) {
                shown.append('\n');
            }
            shown.append(
                    each == line
                            ? Style.MARK.of("=> " + number + "  " + code, coloured)
                            : "   " + Style.FAINT.of(number, coloured) + "  " + code);
        }
        return shown.toString();
    }

    String around(String file, int line) {
        return around(file, line, AROUND);
    }

    private static List<String> read(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                return List.of();
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return List.of();
        }
    }
}
