package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Each example prints what it says, on each Go release and however its program was built. */
class ExamplesTest {
    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO})
    void a_first_look_shows_arguments_and_the_stack(GoBinary bank) {
        List<String> expected = new ArrayList<>();
        expected.add("ann \\(4750\\) -> eve \\(520\\): 1200");
        expected.add(frame(bank, "transfer", "if from.balance < amount"));
        expected.add(frame(bank, "settle", "if err := transfer("));
        expected.add(frame(bank, "main", "done, refused := settle(orders)"));
        expected.add("  runtime\\.main  .*proc\\.go:\\d+");
        expected.add("  runtime\\.goexit  .*asm_amd64\\.s:\\d+");
        bank.run().out().lines().map(Pattern::quote).forEach(expected::add);
        expected.add("the program has ended: exit, status 0");
        assertPrints(
                expected, Command.gjdbg("run", "01-first-look.js", bank.path().toString()));
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT})
    void conditional_breakpoints_stop_only_where_the_condition_holds(GoBinary bank) {
        List<String> expected = new ArrayList<>();
        expected.add("large: ann pays 1200");
        // both conditions hold here: the breakpoint that was set first names the stop
        expected.add("large: eve pays 9000");
        bank.run().out().lines().map(Pattern::quote).forEach(expected::add);
        expected.add("large 2, refused 1, condition evaluated by script");
        assertPrints(
                expected,
                Command.gjdbg("run", "02-conditional-breakpoint.js", bank.path().toString()));
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void a_trace_shows_each_call_with_its_result_and_time(GoBinary bank) {
        String time = " \\((fast|\\d+ ms)\\)";
        List<String> expected = new ArrayList<>(List.of(
                "#1 g1 ann -> bob 250 = ok" + time,
                "#2 g1 bob -> eve 500 = ok" + time,
                "#3 g1 ann -> eve 1200 = ok" + time,
                "#4 g1 eve -> bob 40 = ok" + time,
                "#5 g1 eve -> ann 9000 = refused" + time));
        bank.run().out().lines().map(Pattern::quote).forEach(expected::add);
        expected.add("status 0");
        assertPrints(
                expected,
                Command.gjdbg(
                        "run", "03-trace-with-results-and-times.js", bank.path().toString()));
    }

    @GoProgramTest(
            program = "panics",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_panic_stops_the_program_while_its_stack_is_there(GoBinary panics) {
        String again = "main.run line " + panics.line("return run(j)");
        List<String> own = Command.gjdbg(
                        "run", "04-stack-at-panic.js", panics.path().toString())
                .out()
                .lines()
                .filter(line -> line.startsWith("main."))
                .toList();
        assertEquals(
                List.of(
                        "main.run line " + panics.line("failed for good"),
                        again,
                        again,
                        again,
                        "main.main line " + panics.line("run(&job{name: \"cleanup\"})")),
                own);
    }

    @GoProgramTest(
            program = "panics",
            modes = {Mode.OPT})
    void without_a_panic_the_example_says_so(GoBinary panics) {
        Run run = Command.gjdbg("run", "04-stack-at-panic.js", panics.path().toString(), "none");
        assertEquals("still here", run.out().lines().findFirst().orElse(""), run.err());
        assertEquals(
                1,
                run.out().lines().filter(line -> line.startsWith("no panic: ")).count(),
                run.out());
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void written_memory_changes_the_programs_course(GoBinary bank) {
        assertPrints(
                List.of(
                        "eve has 1680 and wants to pay 9000: have it then",
                        "done 5 refused 0",
                        "ann 12550",
                        "bob 90",
                        "eve 0",
                        "status 0"),
                Command.gjdbg("run", "05-write-memory.js", bank.path().toString()));
    }

    private static String frame(GoBinary bank, String function, String line) {
        return Pattern.quote("  main." + function + "  " + bank.source() + ":" + bank.line(line));
    }

    private static void assertPrints(List<String> expected, Run run) {
        assertEquals("", run.err());
        assertLinesMatch(expected, run.out().lines().toList());
        assertEquals(0, run.status());
    }
}
