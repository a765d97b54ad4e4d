package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** At a call past which the optimiser has moved an assignment, the variable is not what the place recorded for it still has. */
class MovedAssignmentsTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "moved",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_variable_whose_assignment_is_still_to_be_made_says_so(GoBinary program) throws Exception {
        PrintedValues values = PrintedValues.of(program, folder);
        assertEquals(List.of(), values.wrong);
        boolean optimised = program.mode() == Mode.OPT;
        assertTrue(optimised || values.missing.isEmpty(), values.missing.toString());
        long moved = values.missing.stream()
                .filter(each -> each.contains("has moved the assignment of line"))
                .count();
        assertTrue(!optimised || moved > 12, "only " + moved + " of " + values);
        // what the loops' ends do takes none of these away
        for (String name : List.of("i", "j", "word", "n", "list")) {
            assertTrue(
                    values.missing.stream()
                            .noneMatch(each -> each.matches(
                                    "(?s)\\d+: " + name + " is .*has moved the assignment of line 1[12]\\d.*")),
                    values.missing.toString());
        }
        assertTrue(values.compared > 80, values.toString());
    }
}
