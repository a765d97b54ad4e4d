package gjdbg.script;

import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.session.Session;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;

/** Runs scripts on programs, within this process. */
final class Scripts {
    /** Goes to the first transfer of the bank. */
    static final String AT_TRANSFER =
            "const target = gjdbg.target; target.breakpoint('main.transfer'); const stop = target.continue();\n";

    private Scripts() {}

    /** What a script printed, how it failed if it did, and the status that it gave to gjdbg.exit. */
    record Outcome(String out, String err, Optional<PolyglotException> failure, OptionalInt status) {
        List<String> lines() {
            if (failure.isPresent() && status.isEmpty()) {
                throw failure.get();
            }
            return out.lines().toList();
        }
    }

    static Outcome run(GoBinary program, Path folder, String code) {
        return run(program, folder, Grants.NONE, code);
    }

    /** @param folder that the script is in; the target's output goes to a file there */
    static Outcome run(GoBinary program, Path folder, Grants grants, String code, String... arguments) {
        return run(folder, grants, code, () -> launch(program, folder, List.of(arguments)));
    }

    static Outcome onCore(Path core, GoBinary program, Path folder, String code) {
        return run(folder, Grants.NONE, code, () -> CoreSession.open(core, Optional.of(program.path())));
    }

    private static Outcome run(Path folder, Grants grants, String code, Supplier<Session> open) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Path file = folder.resolve("script.js");
        ScriptHost host = null;
        try {
            Files.writeString(file, code);
            ScriptSource source = new ScriptSource(
                    "script.js", code, folder, file.toRealPath().toUri());
            Output output = new Output(new PrintStream(out, true), new PrintStream(err, true));
            host = new ScriptHost(ScriptEngine.prepare().join(), source, grants, output);
            try (Session session = open.get()) {
                host.run(session);
            }
            return outcome(out, err, Optional.empty(), host);
        } catch (PolyglotException e) {
            return outcome(out, err, Optional.of(e), host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (host != null) {
                host.close();
            }
        }
    }

    private static Session launch(GoBinary program, Path folder, List<String> arguments) {
        return LiveSession.launch(LaunchRequest.of(program.path(), arguments.toArray(String[]::new))
                .withStdout(folder.resolve("target.out")));
    }

    private static Outcome outcome(
            ByteArrayOutputStream out,
            ByteArrayOutputStream err,
            Optional<PolyglotException> failure,
            ScriptHost host) {
        return new Outcome(
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8),
                failure,
                host == null ? OptionalInt.empty() : host.exitStatus());
    }
}
