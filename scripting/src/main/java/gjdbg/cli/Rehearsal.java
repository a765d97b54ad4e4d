package gjdbg.cli;

import gjdbg.error.GjdbgException;
import gjdbg.script.Grants;
import gjdbg.script.Output;
import gjdbg.script.ScriptEngine;
import gjdbg.script.ScriptHost;
import gjdbg.script.ScriptSource;
import gjdbg.session.Session;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.PolyglotException;

/**
 * A script that only reads, run ahead on a process that still runs, so that it takes less time when the process stands. What
 * it prints and finds is thrown away.
 */
final class Rehearsal {
    private static final int MOST_MILLIS = 1000;

    private final ScriptSource script;
    private final CompletableFuture<ScriptEngine> engine = ScriptEngine.prepare();

    Rehearsal(ScriptSource script) {
        this.script = script;
    }

    void run(Session session) {
        Timer timer = new Timer("rehearsal's end", true);
        Output nowhere = new Output(nothing(), nothing());
        try (ScriptHost host = new ScriptHost(engine.join(), script, Grants.NONE, nowhere)) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            host.cancel();
                        }
                    },
                    MOST_MILLIS);
            host.run(session);
        } catch (PolyglotException | GjdbgException e) {
            // what changes while it is read may not make sense
        } finally {
            timer.cancel();
        }
    }

    private static PrintStream nothing() {
        return new PrintStream(OutputStream.nullOutputStream());
    }
}
