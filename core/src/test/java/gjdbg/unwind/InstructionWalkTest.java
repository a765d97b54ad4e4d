package gjdbg.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a function of many kinds of calls by single instructions, and walks the stack at each one: prologues, stack growth,
 * the system stack, the vDSO, a wrapper, a fault with its handler, a panic and its recovery, epilogues.
 */
class InstructionWalkTest {
    private static final int MOST_INSTRUCTIONS = 30_000;
    private static final List<String> CALLERS = List.of("main.around", "main.main", "runtime.main", "runtime.goexit");

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "walks",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void at_each_instruction_of_a_call_its_callers_are_those_that_called(GoBinary walks) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (InstructionWalk walk = InstructionWalk.launch(walks, Files.createFile(folder.resolve("out")))) {
            assertEquals(CALLERS, walk.outerNames());
            int compared = 0;
            int frames = 0;
            int rewriting = 0;
            while (!walk.function().equals("main.stepsEnd")) {
                assertTrue(walk.instructions() < MOST_INSTRUCTIONS, () -> "no end, in " + walk.walked());
                walk.step();
                if (!walk.isInside()) {
                    continue;
                }
                if (walk.isRewriting()) {
                    rewriting++;
                } else {
                    compared++;
                    frames += walk.walked().size();
                    walk.disagreement().ifPresent(wrong::add);
                }
            }
            System.out.println(walks + ": instructions: " + compared + ", frames: " + frames + ", functions: "
                    + walk.functions() + ", between two states: " + rewriting + ", disagreements: " + wrong.size());
            assertTrue(compared > 2000, "only " + compared + " instructions");
            assertTrue(rewriting < 500, rewriting + " between two states");
            assertEquals(
                    0,
                    wrong.size(),
                    () -> String.join("\n", wrong.stream().limit(10).toList()));
        }
    }
}
