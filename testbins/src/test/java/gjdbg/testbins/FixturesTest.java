package gjdbg.testbins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertEquals("8 3 42 15 24 7 13\n", steps.run().out());
    }

    @GoProgramTest(program = "threads")
    void threads_count_their_calls(GoBinary threads) {
        assertEquals(
                "calls 12\n",
                threads.run("-waves", "2", "-width", "3", "-calls", "2").out());
    }

    @GoProgramTest(
            program = "signals",
            modes = {Mode.OPT})
    void signals_arrive_in_order(GoBinary signals) {
        Run run = signals.run();
        assertEquals(0, run.status(), run.out());
        assertTrue(run.out().startsWith("received 0 user defined signal 1\nreceived 1 hangup\n"), run.out());
        assertEquals(128 + 15, signals.run("die").status());
    }

    @GoProgramTest(
            program = "generics",
            since = "1.18",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void generics_show_their_instantiations(GoBinary generics) {
        Run run = generics.run();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("main.sum[...]"), run.out());
        assertTrue(run.out().endsWith("{1 a} {b 2}\n"), run.out());
    }

    @GoProgramTest(
            program = "callbacks",
            modes = {Mode.CGO})
    void callbacks_go_through_C_and_back(GoBinary callbacks) {
        Run run = callbacks.run();
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("depth 3\n") && run.out().contains("depth 2\n"), run.out());
    }

    @GoProgramTest(program = "hello")
    void hello_ends_with_its_argument(GoBinary hello) {
        assertEquals(new Run(42, "hello\n", ""), hello.run("42"));
    }

    @Test
    void programs_of_C_are_compiled_with_their_flags() {
        assertEquals("calls 3000\n", run(Fixtures.c("cthreads", "-O2"), "3").out());
        assertEquals(5, run(Fixtures.c("chello", "-g")).status());
    }

    private static Run run(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return Run.of(command, program.getParent(), List.of());
    }
}
