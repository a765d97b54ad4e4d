package gjdbg.examples;

import gjdbg.testbins.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real commands, as users start them. */
final class Command {
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    static final Path LAUNCHER = REPOSITORY.resolve("gjdbg");
    static final Path PACKED = REPOSITORY.resolve("scripting/target/dist/gjdbg");

    private Command() {}

    /** Runs the packed gjdbg in this folder. */
    static Run gjdbg(String... arguments) {
        return run(PACKED.resolve("bin/gjdbg"), Path.of("").toAbsolutePath(), List.of(), arguments);
    }

    static Run run(Path command, Path folder, List<String> environment, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        return Run.of(words, folder, environment);
    }
}
