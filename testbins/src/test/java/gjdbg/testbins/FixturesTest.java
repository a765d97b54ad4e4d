package gjdbg.testbins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FixturesTest {
    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void the_bank_runs_in_every_mode(GoBinary bank) {
        Run run = bank.run();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("done 4 refused 1\n"), run.out());
    }

    @GoProgramTest(
            program = "stacks",
            modes = {Mode.OPT})
    void stacks_prints_its_own_stacks(GoBinary stacks) {
        Run run = stacks.run();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("=== goroutine\n"), run.out());
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void steps_ends_well(GoBinary steps) {
        assertEquals("8 3 42 recovered: boom 24 7 13\n", steps.run().out());
    }
}
