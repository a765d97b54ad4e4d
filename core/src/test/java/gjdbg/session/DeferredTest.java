package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

class DeferredTest {
    /** What the compiler calls the code that it makes for a deferred call with arguments. */
    private static final String WRAPPER = "main\\.\\w+(\\.func\\d+|\\.deferwrap\\d+|·dwrap·\\d+)";

    private static final String FIRST = "main\\.first";
    private static final String SECOND = "main\\.second";

    @GoProgramTest(
            program = "defers",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void a_frame_tells_which_calls_it_has_deferred(GoBinary program) {
        List<List<String>> expected = new ArrayList<>();
        for (boolean more : new boolean[] {true, false}) {
            List<String> two = more ? List.of(WRAPPER, SECOND, FIRST) : List.of(WRAPPER, FIRST);
            expected.add(List.of());
            expected.add(List.of(FIRST));
            expected.add(two);
            expected.add(List.of(FIRST));
            expected.add(more ? List.of(WRAPPER, WRAPPER, SECOND, FIRST) : List.of(WRAPPER, WRAPPER, FIRST));
        }
        expected.add(List.of(WRAPPER, WRAPPER, WRAPPER));
        expected.add(List.of(SECOND, "main\\.closure\\.func1"));
        expected.add(List.of(SECOND, "main\\.closure\\.func1"));
        try (LiveSession session = Sessions.launched(program.path())) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            for (List<String> names : expected) {
                Stop stop = session.resume();
                assertEquals(StopReason.BREAKPOINT, stop.reason());
                Iterator<Frame> frames =
                        session.frames(stop.thread().orElseThrow()).iterator();
                frames.next();
                Frame frame = frames.next();
                check(names, session, frame);
                if (frame.position().function().equals("main.inner")) {
                    check(expected.get(names == expected.get(3) ? 2 : 7), session, frames.next());
                }
            }
            session.addBreakpoint(Where.parse("main.ran"), Condition.ALWAYS);
            Stop stop = session.resume();
            for (Frame frame : session.frames(stop.thread().orElseThrow())) {
                // main.second runs, so it is no longer deferred
                if (frame.position().function().equals("main.closure")) {
                    check(List.of("main\\.closure\\.func1"), session, frame);
                }
            }
        }
        // The program says so itself: what it prints after the last of the places is what ran.
        List<String> printed = program.run().out().lines().toList();
        assertTrue(printed.indexOf("ran main.(*account).close") < printed.indexOf("ran main.third"));
        assertTrue(printed.indexOf("ran main.third") < printed.indexOf("ran main.second"));
    }

    private static void check(List<String> names, LiveSession session, Frame frame) {
        List<String> found = new ArrayList<>();
        var goroutine = session.goRuntime().orElseThrow().goroutineOf(frame.thread());
        for (Value deferred :
                session.variables(frame).deferred(goroutine.orElseThrow().descriptor())) {
            found.add(((Reading.Func) deferred.read()).name());
        }
        String where = frame.position() + ": " + found + ", not " + names;
        assertEquals(names.size(), found.size(), where);
        for (int i = 0; i < names.size(); i++) {
            assertTrue(found.get(i).matches(names.get(i)), where);
        }
    }
}
