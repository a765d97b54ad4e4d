package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.script.Grants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What scripts may do. */
final class GrantOptions {
    @Option(
            names = "--allow-read",
            paramLabel = "DIR",
            description = "Let the script read files in DIR, and import from it.")
    private List<Path> read = new ArrayList<>();

    @Option(names = "--allow-write", paramLabel = "DIR", description = "Let the script write files in DIR.")
    private List<Path> write = new ArrayList<>();

    @Option(names = "--allow-env", description = "Let the script see the environment variables.")
    private boolean environment;

    Grants grants() {
        for (List<Path> granted : List.of(read, write)) {
            for (Path each : granted) {
                if (!Files.isDirectory(each)) {
                    throw new BadRequest(each + " is no folder, so nothing in it can be allowed");
                }
            }
        }
        return new Grants(read, write, environment);
    }
}
