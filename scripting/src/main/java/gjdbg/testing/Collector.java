package gjdbg.testing;

import gjdbg.script.Grants;
import gjdbg.script.Output;
import gjdbg.script.ScriptEngine;
import gjdbg.script.ScriptErrors;
import gjdbg.script.ScriptHost;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.PolyglotException;

/** Finds the tests of a file by loading it, without a target and without its output. */
final class Collector {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Grants grants;

    Collector(Grants grants) {
        this.grants = grants;
    }

    /** @throws Unloadable with what is wrong with the file, as text for people */
    List<TestCase> collect(ScenarioFile file, CompletableFuture<ScriptEngine> engine) throws Unloadable {
        Output nowhere = new Output(silent(), silent());
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        ScriptHost host = null;
        Bridge bridge = new Bridge();
        try {
            host = new ScriptHost(engine.join(), file.source(), grants, nowhere);
            clock.schedule(host::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            host.offer(Bridge.NAME, bridge.object());
            host.run("scenario files are loaded once without a target, to find their tests; use t.target in a test");
            List<TestCase> tests = new ArrayList<>();
            if (bridge.registered()) {
                String json = bridge.call("gather").asString();
                for (Object each : (List<?>) JsonReader.read(json)) {
                    tests.add(TestCase.of(file, Data.of(each)));
                }
            }
            return tests;
        } catch (PolyglotException e) {
            if (host != null && host.exitStatus().isPresent()) {
                throw new Unloadable("gjdbg.exit() ended it while it was loaded");
            }
            throw new Unloadable(
                    e.isCancelled()
                            ? "it was still being loaded after " + PATIENCE.toSeconds() + " s"
                            : ScriptErrors.text(e).replace("gjdbg: ", ""));
        } catch (gjdbg.error.GjdbgException e) {
            throw new Unloadable(e.getMessage());
        } finally {
            clock.shutdownNow();
            if (host != null) {
                host.close();
            }
        }
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    /** Why a file has no tests to run. */
    static final class Unloadable extends Exception {
        Unloadable(String message) {
            super(message);
        }
    }
}
