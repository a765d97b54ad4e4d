package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.value.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class GenericValuesTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "instances",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE},
            since = "1.18")
    void variables_of_shared_code_have_the_types_of_their_instantiation(GoBinary program) throws Exception {
        PrintedValues values = PrintedValues.of(program, folder);
        assertEquals(List.of(), values.wrong);
        if (program.mode() == Mode.NOOPT) {
            assertEquals(List.of(), values.missing);
        }
        assertTrue(values.missing.size() <= 40, values.toString());
        // Which of two type parameters a captured variable is of does not show where both have one shape.
        assertTrue(values.shapes.size() <= 5, values.shapes.toString());
        assertTrue(values.compared > 140, values.toString());
    }

    @GoProgramTest(
            program = "instances",
            modes = {Mode.NOOPT},
            since = "1.18")
    void expressions_name_instances_as_Go_does(GoBinary program) {
        Map<String, String> expected = Map.of(
                "(*main.list[main.id])(l).size", "1",
                "(*list[id])(unsafe.Pointer(l)).size", "1",
                "interface{}(first).(*main.node[main.id]).Item", "5",
                "interface{}(first).(*node[id]).Item", "5",
                "(*node[ id ])(first).Item + 1", "6",
                "*(*pair[main.id, label])(nil) == pair[id,label](*(*pair[id,label])(nil))", "a nil pointer",
                "interface{}(first).(*node[label])", "holds a *main.node[main.id], not a *main.node[main.label]");
        try (LiveSession session = Sessions.launched(program.path())) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            Stop stop = session.resume();
            while (!Sessions.innermost(session, stop)
                    .caller()
                    .orElseThrow()
                    .position()
                    .function()
                    .contains("push")) {
                stop = session.resume();
            }
            Variables variables =
                    session.variables(Sessions.innermost(session, stop).caller().orElseThrow());
            expected.forEach((expression, value) -> {
                String read;
                try {
                    read = variables.evaluate(expression).toString();
                } catch (GjdbgException e) {
                    read = e.getMessage();
                }
                assertTrue(read.contains(value), expression + " is " + read);
            });
        }
    }
}
