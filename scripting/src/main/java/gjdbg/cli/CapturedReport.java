package gjdbg.cli;

import gjdbg.error.GjdbgException;
import gjdbg.script.Grants;
import gjdbg.script.Output;
import gjdbg.script.ScriptHost;
import gjdbg.script.ScriptSource;
import gjdbg.session.CapturedSession;
import gjdbg.session.LiveSession;
import java.util.Optional;
import java.util.OptionalInt;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * What a standard script tells of a process that stands only for as long as it takes to copy what the script reads. The
 * script runs first on the running process, which finds out what that is.
 */
final class CapturedReport {
    /** Something new may have to be read each time, of a process that is busy. */
    private static final int MOST_CAPTURES = 3;

    private static final String REPORT = "report";

    private final ScriptSource script;
    private final Interrupts interrupts = new Interrupts();

    /** @param script a module that exports {@code report}, a function without parameters that gives the text */
    CapturedReport(ScriptSource script) {
        this.script = script;
    }

    /** The exit status; empty where it was not to be had so, and nothing is printed. */
    OptionalInt run(int pid) {
        interrupts.watch();
        LiveSession.prepare();
        try (ScriptHost host =
                new ScriptHost(Main.engine().join(), script, Grants.NONE, new Output(System.out, System.err))) {
            interrupts.cancels(host::cancel);
            interrupts.check();
            Optional<String> text = text(host, CapturedSession.of(pid));
            text.ifPresent(System.out::println);
            return text.isPresent() ? OptionalInt.of(Main.DONE) : OptionalInt.empty();
        } catch (PolyglotException e) {
            return OptionalInt.of(interrupts.pending() ? interrupts.status() : ScriptRun.threw(e));
        }
    }

    private static Optional<String> text(ScriptHost host, CapturedSession session) {
        if (session.isTooLarge()) {
            return Optional.empty();
        }
        Value report = host.exports(session).getMember(REPORT);
        try {
            report.execute();
        } catch (PolyglotException | GjdbgException e) {
            if (e instanceof PolyglotException ended && ended.isCancelled()) {
                throw e;
            }
            // what changes while it is read may not make sense; what is wrong in any case comes again
        }
        for (int i = 0; i < MOST_CAPTURES && !session.isTooLarge(); i++) {
            session.capture();
            String text = report.execute().asString();
            if (session.isWhole()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
