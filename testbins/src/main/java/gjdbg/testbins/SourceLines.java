package gjdbg.testbins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds lines of a source by what is written in them, so that tests need no numbers. */
final class SourceLines {
    private SourceLines() {}

    static int find(Path source, String text) {
        List<String> lines;
        try {
            lines = Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int found = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                if (found != 0) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is in lines " + found + " and " + (i + 1) + " of " + source);
                }
                found = i + 1;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("'" + text + "' is in no line of " + source);
        }
        return found;
    }
}
