package gjdbg.cli;

import gjdbg.target.linux.LaunchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The files that a launched target has for its standard streams. */
final class StandardFiles {
    @Option(names = "--stdin", paramLabel = "FILE", description = "What the target reads instead of the terminal.")
    private Optional<Path> stdin = Optional.empty();

    @Option(names = "--stdout", paramLabel = "FILE", description = "Where the target's output goes.")
    private Optional<Path> stdout = Optional.empty();

    @Option(names = "--stderr", paramLabel = "FILE", description = "Where the target's error output goes.")
    private Optional<Path> stderr = Optional.empty();

    /** @param otherwise what it reads where the command line names none; empty for gjdbg's own */
    LaunchRequest launch(Path target, List<String> arguments, Optional<Path> otherwise) {
        return new LaunchRequest(
                target,
                arguments,
                Optional.empty(),
                Optional.empty(),
                stdin.or(() -> otherwise),
                stdout,
                stderr,
                false);
    }

    LaunchRequest launch(Path target, List<String> arguments) {
        return launch(target, arguments, Optional.empty());
    }
}
