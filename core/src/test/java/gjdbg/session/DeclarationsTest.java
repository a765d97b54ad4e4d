package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.NotFound;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The program tells each function that it calls what x is in the caller: a declaration counts once it is made. */
class DeclarationsTest {
    @GoProgramTest(
            program = "declared",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_variable_is_in_scope_from_its_assignment_on(GoBinary program) {
        List<String> wrong = new ArrayList<>();
        int known = 0;
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(Path.of("/dev/null")))) {
            for (String function : List.of("at", "text", "number", "large")) {
                session.addBreakpoint(Where.parse("main." + function), Condition.ALWAYS);
            }
            Stop stop = session.resume();
            while (!stop.ended()) {
                Iterator<Frame> frames =
                        session.frames(stop.thread().orElseThrow()).iterator();
                String expected = ((Reading.Text)
                                session.variables(frames.next()).evaluate("x").read())
                        .text();
                Frame caller = frames.next();
                String shown = shown(session, caller);
                boolean absent = shown.isEmpty() && program.mode() != Mode.NOOPT;
                if (!absent && !shown.equals(expected)) {
                    wrong.add(caller.position().line() + ": " + shown + " for " + expected);
                }
                known += absent ? 0 : 1;
                stop = session.resume();
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(known > (program.mode() == Mode.NOOPT ? 20 : 3), known + " were known");
    }

    /** Empty where the optimiser left nothing of it. */
    private static String shown(LiveSession session, Frame caller) {
        try {
            Value x = session.variables(caller).evaluate("x");
            return x.read() instanceof Reading.Unreadable ? "" : x.toString();
        } catch (NotFound e) {
            return "";
        }
    }
}
