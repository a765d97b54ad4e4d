package gjdbg.goruntime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The goroutine profile as runtime/pprof writes it with debug=1: how many goroutines have the same stack. */
final class PrintedProfile {
    private PrintedProfile() {}

    /** By stacks of {@code function file:line}, innermost first, without the runtime's own. */
    static Map<List<String>, Integer> of(String output) {
        Map<List<String>, Integer> counts = new HashMap<>();
        List<String> frames = new ArrayList<>();
        int count = 0;
        String body = output.substring(output.indexOf("=== profile\n"), output.indexOf("=== profiled"));
        for (String line : body.lines().toList()) {
            if (line.matches("\\d+ @.*")) {
                count = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            } else if (line.startsWith("#\t0x")) {
                String[] words = line.split("\t+");
                String function = words[2].substring(0, words[2].lastIndexOf('+'));
                if (!function.startsWith("runtime.")) {
                    int colon = words[3].lastIndexOf(':');
                    frames.add(function + " "
                            + Path.of(words[3].substring(0, colon)).getFileName() + words[3].substring(colon));
                }
            } else if (line.isEmpty() && count > 0) {
                counts.merge(List.copyOf(frames), count, Integer::sum);
                frames.clear();
                count = 0;
            }
        }
        return counts;
    }
}
