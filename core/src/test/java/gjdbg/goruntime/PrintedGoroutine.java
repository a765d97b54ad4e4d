package gjdbg.goruntime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A goroutine as runtime.Stack(buf, true) prints it.
 *
 * @param state the first of the words in brackets
 * @param frames {@code function file:line}, innermost first, without the runtime's own
 * @param creator {@code function file:line}; "" for the first goroutine
 */
record PrintedGoroutine(long id, String state, boolean locked, List<String> frames, String creator) {
    static List<PrintedGoroutine> all(String output) {
        String body =
                output.substring(output.indexOf('\n', output.indexOf("=== number")) + 1, output.indexOf("\n=== end"));
        List<PrintedGoroutine> all = new ArrayList<>();
        for (String block : body.strip().split("\n\n")) {
            all.add(of(block.split("\n")));
        }
        return all;
    }

    /** What runtime.NumGoroutine gave. */
    static int count(String output) {
        int at = output.indexOf("=== number ") + "=== number ".length();
        return Integer.parseInt(output.substring(at, output.indexOf('\n', at)));
    }

    private static PrintedGoroutine of(String[] lines) {
        String words = lines[0].substring(lines[0].indexOf('[') + 1, lines[0].lastIndexOf(']'));
        List<String> frames = new ArrayList<>();
        String creator = "";
        for (int i = 1; i + 1 < lines.length; i += 2) {
            if (lines[i].startsWith("created by ")) {
                creator = lines[i].substring("created by ".length()).split(" in goroutine ")[0] + " "
                        + place(lines[i + 1]);
            } else {
                String function = lines[i].substring(0, lines[i].lastIndexOf('('));
                if (!function.startsWith("runtime.")) {
                    frames.add(function + " " + place(lines[i + 1]));
                }
            }
        }
        return new PrintedGoroutine(
                Long.parseLong(lines[0].split(" ")[1]),
                words.split(", ")[0],
                Arrays.asList(words.split(", ")).contains("locked to thread"),
                frames,
                creator);
    }

    private static String place(String line) {
        String position = line.strip().split(" ")[0];
        int colon = position.lastIndexOf(':');
        return Path.of(position.substring(0, colon)).getFileName() + position.substring(colon);
    }
}
