package gjdbg.testing;

import gjdbg.error.BadRequest;
import gjdbg.script.ScriptHost.ScriptSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
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
            List<ScenarioFile> found = files.filter(each -> isScript(each.toString()) && Files.isRegularFile(each))
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
        if (!isScript(name)) {
            throw new BadRequest(name + " is no scenario file: its name has to end in .js or .mjs");
        }
        try {
            Path path = Path.of(name);
            String text = Files.readString(path);
            Path real = path.toRealPath();
            return new ScriptSource(name, text, real.getParent(), real.toUri());
        } catch (NoSuchFileException e) {
            throw new BadRequest("there is no scenario file " + name, e);
        } catch (AccessDeniedException e) {
            throw new BadRequest("cannot read " + name + ": permission denied", e);
        } catch (CharacterCodingException e) {
            throw new BadRequest("cannot read " + name + ": it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new BadRequest("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private static boolean isScript(String name) {
        return name.endsWith(".js") || name.endsWith(".mjs");
    }
}
