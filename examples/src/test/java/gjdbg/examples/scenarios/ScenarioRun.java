package gjdbg.examples.scenarios;

import gjdbg.testbins.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gjdbg test} in a folder of its own. */
final class ScenarioRun {
    static final Path PACKED =
            Path.of("../scripting/target/dist/gjdbg/bin/gjdbg").toAbsolutePath().normalize();

    private ScenarioRun() {}

    /** Each file is written, with the imports before it, and then all are run in that order. */
    static Run run(Path folder, List<String> options, String... namesAndCode) {
        List<String> words = new ArrayList<>(options);
        for (int i = 0; i < namesAndCode.length; i += 2) {
            write(folder.resolve(namesAndCode[i]), namesAndCode[i + 1]);
            words.add(namesAndCode[i]);
        }
        return command(folder, List.of(), words.toArray(String[]::new));
    }

    static Run command(Path folder, List<String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of(PACKED.toString(), "test"));
        command.addAll(List.of(words));
        List<String> all = new ArrayList<>(List.of("GITHUB_ACTIONS="));
        all.addAll(environment);
        return Run.of(command, folder, all);
    }

    private static void write(Path file, String code) {
        try {
            Files.writeString(
                    file,
                    "import { test, expect, describe, beforeEach, afterEach } from 'gjdbg/test';\n" + code + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
