package gjdbg.built;

import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a tool and hands over what it prints. */
public final class Command {
    private Command() {}

    public static String output(String... command) {
        StringBuilder text = new StringBuilder();
        lines(line -> text.append(line).append('\n'), command);
        return text.toString();
    }

    public static void lines(Consumer<String> to, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    to.accept(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end in a directory; throws with the output when it fails. */
    public static void run(Path directory, Map<String, String> environment, List<String> command) {
        List<String> entries = environment.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Run.checked(command, directory, entries);
    }
}
