package gjdbg.unwind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack as a Go program printed it.
 *
 * @param frames {@code function file:line}, innermost first
 */
record PrintedStack(String name, long goroutine, List<String> frames) {
    /** The stacks between the marks that the fixtures print. */
    static List<PrintedStack> all(String output) {
        List<PrintedStack> stacks = new ArrayList<>();
        String[] lines = output.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("=== ") && !lines[i].equals("=== end")) {
                String name = lines[i].substring(4);
                long id = Long.parseLong(lines[i + 1].split(" ")[1]);
                List<String> frames = new ArrayList<>();
                for (i += 2; !lines[i].equals("=== end"); i += 2) {
                    if (!lines[i].startsWith("created by ")) {
                        add(frames, lines[i], lines[i + 1]);
                    }
                }
                stacks.add(new PrintedStack(name, id, frames));
            }
        }
        return stacks;
    }

    private static void add(List<String> frames, String call, String place) {
        String function = call.substring(0, call.lastIndexOf('('));
        if (function.startsWith("runtime.")) {
            return;
        }
        String position = place.strip().split(" ")[0];
        int colon = position.lastIndexOf(':');
        String line = function.equals("main.checkpoint") ? "" : position.substring(colon);
        frames.add(function + " " + Path.of(position.substring(0, colon)).getFileName() + line);
    }
}
