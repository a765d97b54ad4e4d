package gjdbg.cli;

import gjdbg.error.BadRequest;
import gjdbg.script.Grants;
import gjdbg.script.ScriptSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What run and attach have in common: the script, and what it may do. */
final class ScriptOptions {
    @Option(names = "-e", paramLabel = "CODE", description = "Run this code instead of a script file.")
    private Optional<String> code = Optional.empty();

    @Mixin
    private GrantOptions grants;

    boolean inline() {
        return code.isPresent();
    }

    /** How many of the positional parameters are the script's. */
    int taken() {
        return inline() ? 0 : 1;
    }

    Grants grants() {
        return grants.grants();
    }

    ScriptSource source(List<String> positional) {
        if (inline()) {
            return new ScriptSource(
                    "-e",
                    code.get(),
                    Path.of(""),
                    Path.of("").toAbsolutePath().resolve("-e.mjs").toUri());
        }
        if (positional.isEmpty()) {
            throw new BadRequest("a script is wanted, or -e CODE");
        }
        String name = positional.getFirst();
        if (!ScriptSource.isScript(name)) {
            throw new BadRequest(name + " is no script: its name has to end in .js or .mjs");
        }
        try {
            return ScriptSource.read(name);
        } catch (NoSuchFileException e) {
            throw new BadRequest("there is no script " + name, e);
        } catch (IOException e) {
            throw new BadRequest("cannot read the script " + name + ": " + ScriptSource.reason(e), e);
        }
    }
}
