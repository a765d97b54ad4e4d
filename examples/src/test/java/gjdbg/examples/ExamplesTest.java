package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;

import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each example prints what it says, on each Go release and however its program was built. The program's own output goes to
 * a file, for what it and gjdbg print to one pipe has no order that can be relied on.
 */
class ExamplesTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO})
    void a_first_look_shows_arguments_and_the_stack(GoBinary bank) throws IOException {
        List<String> expected = new ArrayList<>();
        expected.add("ann \\(4750\\) -> eve \\(520\\): 1200");
        expected.add(frame(bank, "transfer", atEntry(bank)));
        expected.add(frame(bank, "settle", "if err := transfer("));
        expected.add(frame(bank, "main", "done, refused := settle(orders)"));
        expected.add("  runtime\\.main  .*proc\\.go:\\d+");
        expected.add("  runtime\\.goexit  .*asm_amd64\\.s:\\d+");
        expected.add("the program has ended: exit, status 0");
        assertPrints(expected, bank.run().out(), example("01-first-look.js", bank));
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT})
    void conditional_breakpoints_stop_only_where_the_condition_holds(GoBinary bank) throws IOException {
        List<String> expected = new ArrayList<>();
        expected.add("large: ann pays 1200");
        // both conditions hold here: the breakpoint that was set first names the stop
        expected.add("large: eve pays 9000");
        expected.add("large 2, refused 1, condition evaluated by script.*");
        assertPrints(expected, bank.run().out(), example("02-conditional-breakpoint.js", bank));
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT})
    void a_trace_shows_each_call_of_unoptimised_code(GoBinary bank) throws IOException {
        checkTrace(bank);
    }

    // Go 1.17 does not record the results of optimised functions
    @GoProgramTest(
            program = "bank",
            since = "1.18",
            modes = {Mode.OPT, Mode.PIE, Mode.CGO})
    void a_trace_shows_each_call_of_optimised_code(GoBinary bank) throws IOException {
        checkTrace(bank);
    }

    private void checkTrace(GoBinary bank) throws IOException {
        String time = " \\((fast|\\d+ ms)\\)";
        List<String> expected = new ArrayList<>(List.of(
                "#1 g1 ann -> bob 250 = ok" + time,
                "#2 g1 bob -> eve 500 = ok" + time,
                "#3 g1 ann -> eve 1200 = ok" + time,
                "#4 g1 eve -> bob 40 = ok" + time,
                "#5 g1 eve -> ann 9000 = refused" + time));
        expected.add("status 0");
        assertPrints(expected, bank.run().out(), example("03-trace-with-results-and-times.js", bank));
    }

    @GoProgramTest(
            program = "panics",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_panic_stops_the_program_while_its_stack_is_there(GoBinary panics) throws IOException {
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
    void without_a_panic_the_example_says_so(GoBinary panics) throws IOException {
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
    void written_memory_changes_the_programs_course(GoBinary bank) throws IOException {
        assertPrints(
                List.of("eve has 1680 and wants to pay 9000: have it then", "status 0"),
                "done 5 refused 0\nann 12550\nbob 90\neve 0\n",
                example("05-write-memory.js", bank));
    }

    private static String frame(GoBinary bank, String function, String line) {
        return Pattern.quote("  main." + function + "  " + bank.source() + ":" + bank.line(line));
    }

    /** A breakpoint on a function is where its arguments can be read: in unoptimised code still in the line of func. */
    private static String atEntry(GoBinary bank) {
        return bank.mode() == Mode.NOOPT ? "func transfer(" : "if from.balance < amount";
    }

    @GoProgramTest(
            program = "gallery",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_tree_prints_in_a_line(GoBinary gallery) throws IOException {
        assertPrints(
                List.of("the tree: \\(\\(\\(1\\)2\\)5\\(8\\(9\\)\\)\\)", "its left side: \\(\\(1\\)2\\)"),
                "",
                example("06-printer-for-your-type.js", gallery));
    }

    @GoProgramTest(
            program = "gallery",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_channel_of_structs_prints_what_waits_in_it(GoBinary gallery) throws IOException {
        assertPrints(
                List.of("3 of 8 jobs \\{ wash: 'priority 10', iron: 'priority 9', fold: 'priority 8' \\}"),
                "",
                example("07-printer-for-a-channel.js", gallery));
    }

    @GoProgramTest(
            program = "gallery",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_map_prints_as_a_table(GoBinary gallery) throws IOException {
        assertPrints(
                List.of(
                        "name  \\| count \\| price",
                        "apple \\| 120   \\| 0.25",
                        "fig   \\| 48    \\| 0.4",
                        "melon \\| 3     \\| 2.5"),
                "",
                example("08-map-as-a-table.js", gallery));
    }

    private Run example(String script, GoBinary program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                "run", "--stdout", output().toString(), script, program.path().toString()));
        words.addAll(List.of(arguments));
        return Command.gjdbg(words.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("output");
    }

    private void assertPrints(List<String> expected, String program, Run run) throws IOException {
        assertEquals("", run.err());
        assertLinesMatch(expected, run.out().lines().toList());
        assertEquals(program, Files.readString(output()));
        assertEquals(0, run.status());
    }
}
