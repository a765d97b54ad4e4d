package gjdbg.cli;

import gjdbg.error.GjdbgException;
import gjdbg.script.Grants;
import gjdbg.script.Output;
import gjdbg.script.ScriptEngine;
import gjdbg.script.ScriptErrors;
import gjdbg.script.ScriptHost;
import gjdbg.script.ScriptSource;
import gjdbg.session.Session;
import gjdbg.session.SessionEnding;
import gjdbg.session.SessionState;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;

/** Runs one script on one target, from the check of the files to the exit status. The calling thread owns ptrace. */
final class ScriptRun {
    private final ScriptSource script;
    private final Grants grants;
    private final Map<String, Object> offered = new HashMap<>();
    private final Optional<Rehearsal> rehearsal;
    private final Output output = new Output(System.out, System.err);
    private final Interrupts interrupts = new Interrupts();

    ScriptRun(ScriptSource script, Grants grants) {
        this(script, grants, Optional.empty());
    }

    /** @param rehearsal runs the script before the process is stopped */
    ScriptRun(ScriptSource script, Grants grants, Optional<Rehearsal> rehearsal) {
        this.script = script;
        this.grants = grants;
        this.rehearsal = rehearsal;
    }

    /** What the script finds as {@code globalThis[Symbol.for(name)]}. */
    ScriptRun offering(Map<String, Object> members) {
        offered.putAll(members);
        return this;
    }

    /** @param check finds what is wrong with the target before anything runs */
    int run(Runnable check, Supplier<? extends Session> open) {
        interrupts.watch();
        check.run();
        ScriptHost host;
        try {
            host = new ScriptHost(engine(), script, grants, output);
        } catch (PolyglotException e) {
            return threw(e);
        }
        offered.forEach(host::offer);
        interrupts.cancels(host::cancel);
        int status;
        try {
            interrupts.check();
            // what kind of error opening gives is the command's to tell
            Session session = open.get();
            status = onSession(host, session);
        } catch (SessionEnding e) {
            status = interrupts.status();
        }
        output.flush();
        return interrupts.pending() ? interrupts.status() : status;
    }

    static int threw(PolyglotException error) {
        System.err.println(ScriptErrors.text(error));
        return Main.THREW;
    }

    private static ScriptEngine engine() {
        return Main.engine().join();
    }

    private int onSession(ScriptHost host, Session session) {
        boolean begun = false;
        try (session) {
            interrupts.ends(session::requestEnd);
            interrupts.check();
            host.prepare(session);
            rehearsal.ifPresent(each -> each.run(session));
            session.begin();
            begun = true;
            host.run();
            runIfNeverRun(session);
            return Main.DONE;
        } catch (PolyglotException e) {
            if (host.exitStatus().isPresent()) {
                return host.exitStatus().getAsInt();
            }
            return interrupts.pending() ? interrupts.status() : threw(e);
        } catch (SessionEnding e) {
            return interrupts.status();
        } catch (GjdbgException e) {
            if (!begun) {
                // as with one that could not be opened
                throw e;
            }
            Main.complain(e.getMessage());
            return Main.THREW;
        }
    }

    /** A script that only sets hooks, breakpoints and handlers of events gets one continue at its end. */
    private void runIfNeverRun(Session session) {
        Stop last = session.lastStop();
        boolean ready = session.state() == SessionState.STOPPED && last.reason() == StopReason.ENTRY;
        if (ready && (session.isListened() || !session.breakpoints().isEmpty())) {
            output.flush();
            session.resume();
        }
    }
}
