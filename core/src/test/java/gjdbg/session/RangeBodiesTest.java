package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gjdbg.breakpoint.Where;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** In the body of a loop over a function, which is a function of its own, one sees what the source shows there. */
class RangeBodiesTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "ranges",
            modes = {Mode.NOOPT, Mode.OPT},
            since = "1.23")
    void a_body_sees_the_variables_of_the_function_around_it(GoBinary program) throws Exception {
        PrintedValues values = PrintedValues.of(program, folder);
        assertEquals(List.of(), values.wrong);
        if (program.mode() == Mode.NOOPT) {
            assertEquals(List.of(), values.missing);
        }
        assertTrue(values.compared > 90, values.toString());
    }

    @GoProgramTest(
            program = "ranges",
            modes = {Mode.NOOPT, Mode.OPT},
            since = "1.23")
    void what_a_body_defers_is_deferred_by_the_function_around_it(GoBinary program) {
        try (LiveSession session = Sessions.launched(program.path())) {
            session.addBreakpoint(Where.parse("main.last"), Condition.ALWAYS);
            Stop stop = session.resume();
            var goroutine =
                    session.goRuntime().orElseThrow().goroutineOf(stop.thread().orElseThrow());
            for (Frame frame : session.frames(stop.thread().orElseThrow())) {
                List<String> names = new ArrayList<>();
                for (Value deferred : session.variables(frame)
                        .deferred(goroutine.orElseThrow().descriptor())) {
                    names.add(((Reading.Func) deferred.read()).name());
                }
                String function = frame.position().function();
                String wrapper = "main\\.deferring(-range1)?(\\.deferwrap\\d|\\.func\\d)";
                // the two that the loop has deferred, and the one before it
                int count = function.equals("main.deferring") ? 3 : 0;
                assertEquals(count, names.size(), function + ": " + names);
                names.forEach(name -> assertTrue(name.matches(wrapper), name));
                if (count > 0) {
                    return;
                }
            }
        }
        fail("no frame of main.deferring");
    }
}
