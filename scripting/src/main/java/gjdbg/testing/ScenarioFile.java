package gjdbg.testing;

import gjdbg.error.BadRequest;
import gjdbg.script.ScriptSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of scenarios.
 *
 * @param name as the command line has it
 */
record ScenarioFile(String name) {
    /** A folder stands for the scripts in it. */
    static List<ScenarioFile> named(String name) {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw new BadRequest("there is no scenario file " + name);
        }
        if (!Files.isDirectory(path)) {
            ScenarioFile file = new ScenarioFile(name);
            file.source();
            return List.of(file);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<ScenarioFile> found = files.filter(
                            each -> ScriptSource.isScript(each.toString()) && Files.isRegularFile(each))
                    .sorted()
                    .map(each -> new ScenarioFile(each.toString()))
                    .toList();
            if (found.isEmpty()) {
                throw new BadRequest("there is no scenario file, .js or .mjs, in the folder " + name);
            }
            return found;
        } catch (IOException e) {
            throw new BadRequest("cannot read the folder " + name + ": " + e.getMessage(), e);
        }
    }

    /** @throws BadRequest for a file that can't be read */
    ScriptSource source() {
        if (!ScriptSource.isScript(name)) {
            throw new BadRequest(name + " is no scenario file: its name has to end in .js or .mjs");
        }
        try {
            return ScriptSource.read(name);
        } catch (NoSuchFileException e) {
            throw new BadRequest("there is no scenario file " + name, e);
        } catch (IOException e) {
            throw new BadRequest("cannot read " + name + ": " + ScriptSource.reason(e), e);
        }
    }
}
