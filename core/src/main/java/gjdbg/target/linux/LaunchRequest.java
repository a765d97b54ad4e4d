package gjdbg.target.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A program to start.
 *
 * @param executable relative paths count from gjdbg's own working directory
 * @param arguments without the program's own name
 * @param environment empty to inherit gjdbg's
 * @param workingDirectory empty to inherit gjdbg's
 * @param stdin a file to read, relative to gjdbg's working directory; empty to inherit, as for the next two
 * @param stdout a file that is created, or emptied first
 * @param stderr a file that is created, or emptied first; the same as stdout's to have both in one
 * @param disableAslr whether addresses are the same each time (personality(2), ADDR_NO_RANDOMIZE)
 */
public record LaunchRequest(
        Path executable,
        List<String> arguments,
        Optional<Map<String, String>> environment,
        Optional<Path> workingDirectory,
        Optional<Path> stdin,
        Optional<Path> stdout,
        Optional<Path> stderr,
        boolean disableAslr) {
    public LaunchRequest {
        Objects.requireNonNull(executable);
        arguments = List.copyOf(arguments);
        environment = environment.map(Map::copyOf);
        Objects.requireNonNull(workingDirectory);
        Objects.requireNonNull(stdin);
        Objects.requireNonNull(stdout);
        Objects.requireNonNull(stderr);
    }

    /** Everything else inherited, addresses randomised as usual. */
    public static LaunchRequest of(Path executable, String... arguments) {
        return new LaunchRequest(
                executable,
                List.of(arguments),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same, with its standard output in a file. */
    public LaunchRequest withStdout(Path file) {
        return new LaunchRequest(
                executable, arguments, environment, workingDirectory, stdin, Optional.of(file), stderr, disableAslr);
    }
}
