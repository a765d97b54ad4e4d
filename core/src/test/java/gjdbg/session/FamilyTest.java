package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A program of variables of every kind prints each of them; what gjdbg reads must be the same. */
class FamilyTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "family",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void every_value_is_what_the_program_prints(GoBinary program) throws Exception {
        PrintedValues values = PrintedValues.of(program, folder);
        assertEquals(List.of(), values.wrong);
        if (program.mode() == Mode.NOOPT) {
            assertEquals(List.of(), values.missing);
        }
        // The optimiser drops some, and no more than that.
        assertTrue(values.missing.size() <= 56, values.toString());
        assertTrue(values.compared > 230, values.toString());
    }
}
