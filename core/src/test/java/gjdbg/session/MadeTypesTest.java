package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Types that package reflect makes while the program runs, which its debug information can't have. */
class MadeTypesTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "made",
            modes = {Mode.NOOPT, Mode.OPT})
    void values_of_types_made_at_run_time_are_what_the_program_prints(GoBinary program) throws Exception {
        PrintedValues values = PrintedValues.of(program, folder);
        assertEquals(List.of(), values.wrong);
        // what optimised code keeps of a reflect.Value is in parts, of which one is gone
        assertTrue(values.missing.size() <= (program.mode() == Mode.OPT ? 1 : 0), values.toString());
        assertEquals(25, values.compared);
    }

    @GoProgramTest(
            program = "made",
            modes = {Mode.NOOPT})
    void a_channel_of_a_made_type_has_its_elements(GoBinary program) {
        try (LiveSession session = Sessions.launched(program.path())) {
            session.addBreakpoint(Where.parse("main.channels"), Condition.ALWAYS);
            Stop stop = session.resume();
            Variables variables = session.variables(Sessions.innermost(session, stop));
            Reading.Channel channel = (Reading.Channel)
                    dynamic(variables.find("channel").orElseThrow()).read();
            Reading.Sequence elements = (Reading.Sequence)
                    dynamic(variables.find("elements").orElseThrow()).read();
            assertEquals(3, channel.capacity());
            assertEquals(elements.length(), channel.length());
            for (int i = 0; i < channel.length(); i++) {
                assertEquals(
                        GoSyntax.of(elements.elements().at(i)),
                        GoSyntax.of(channel.buffer().at(i)));
            }
            assertTrue(channel.length() > 0);
        }
    }

    private static Value dynamic(Value value) {
        return value.read() instanceof Reading.Interface within ? within.dynamic() : value;
    }
}
