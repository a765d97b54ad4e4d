package gjdbg.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes that outlive their test: a target's own children are nobody's once the target is gone, so they are known by an
 * environment variable that each target gets and hands on.
 */
final class Leftovers {
    static final String VARIABLE = "GJDBG_TEST";

    private Leftovers() {}

    /** Kills every process whose environment has the variable with that value. */
    static void kill(String value) {
        String entry = VARIABLE + "=" + value;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(each ->
                            Character.isDigit(each.getFileName().toString().charAt(0)))
                    .filter(each -> has(each.resolve("environ"), entry))
                    .forEach(each -> ProcessHandle.of(
                                    Long.parseLong(each.getFileName().toString()))
                            .ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException e) {
            // without /proc nothing can be found
        }
    }

    private static boolean has(Path environment, String entry) {
        try {
            String text = new String(Files.readAllBytes(environment), StandardCharsets.UTF_8);
            return List.of(text.split("\0")).contains(entry);
        } catch (IOException e) {
            // it has ended, or is another user's
            return false;
        }
    }
}
