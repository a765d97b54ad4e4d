package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.List;
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
}
