package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.breakpoint.Where;
import gjdbg.symbol.Position;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Steps through the fixture of calls, loops, defers, a recovered panic, a goroutine start, a channel and a closure. */
class SteppingTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT, Mode.STRIPPED})
    void next_goes_through_main_line_by_line(GoBinary steps) {
        int first = steps.line("a := double(4)");
        List<Integer> expected = new ArrayList<>();
        for (String text : List.of(
                "a := double(4)",
                "b := loop(3)",
                "c := deferred()",
                "d := recovered()",
                "e := factorial(4)",
                "pipe := make(chan int)",
                "go produce(pipe)",
                "f := <-pipe",
                "add := func(n int) int {",
                "g := apply(add, 5)",
                "\treport(a, b, c, d, e, f, g)")) {
            expected.add(steps.line(text));
        }
        // the closing brace of main
        expected.add(steps.line("\treport(a, b, c, d, e, f, g)") + 1);
        assertEquals(expected, lines(steps, StepKind.NEXT, "main.main", first));
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void step_goes_into_each_call_of_a_line(GoBinary steps) {
        List<String> entered = new ArrayList<>();
        try (LiveSession session = launch(steps)) {
            session.addBreakpoint(Where.parse("main.main"), Condition.ALWAYS);
            Stop stop = session.step(session.resume().thread().orElseThrow(), StepKind.NEXT);
            while (position(session, stop).line() < steps.line("\treport(a, b, c, d, e, f, g)")) {
                int from = position(session, stop).line();
                stop = session.step(stop.thread().orElseThrow(), StepKind.STEP);
                Position inside = position(session, stop);
                if (!inside.function().equals("main.main")) {
                    entered.add(from + " " + inside.function() + ":" + inside.line());
                    stop = session.step(stop.thread().orElseThrow(), StepKind.OUT);
                    assertEquals(from, position(session, stop).line());
                    stop = session.step(stop.thread().orElseThrow(), StepKind.NEXT);
                }
            }
        }
        assertEquals(
                List.of(
                        steps.line("a := double(4)") + " main.double:" + steps.line("func double"),
                        steps.line("b := loop(3)") + " main.loop:" + steps.line("func loop"),
                        steps.line("c := deferred()") + " main.deferred:" + steps.line("func deferred"),
                        steps.line("d := recovered()") + " main.recovered:" + steps.line("func recovered"),
                        steps.line("e := factorial(4)") + " main.factorial:" + steps.line("func factorial"),
                        steps.line("g := apply(add, 5)") + " main.apply:" + steps.line("func apply")),
                entered);
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void next_goes_round_a_loop_and_back_to_the_caller(GoBinary steps) {
        int sum = steps.line("sum := 0");
        assertEquals(
                List.of(
                        sum - 1,
                        sum,
                        sum + 1,
                        sum + 2,
                        sum + 1,
                        sum + 2,
                        sum + 1,
                        sum + 2,
                        sum + 1,
                        sum + 4,
                        steps.line("b := loop(3)")),
                linesUntilMain(steps, "main.loop"));
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void next_goes_over_deferred_calls_at_a_return(GoBinary steps) {
        int set = steps.line("n = 41");
        List<Integer> lines = linesUntilMain(steps, "main.deferred");
        List<Integer> expected = new ArrayList<>(List.of(set - 4, set - 3, set, set + 1));
        if (List.of("1.25", "1.26").contains(steps.version())) {
            // these compilers give the closing brace code of its own after the return
            expected.add(set + 2);
        }
        expected.add(steps.line("c := deferred()"));
        assertEquals(expected, lines);
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void next_goes_through_a_recovered_panic_to_the_caller(GoBinary steps) {
        int call = steps.line("\texplode()");
        assertEquals(
                List.of(call - 4, call - 3, call, steps.line("d := recovered()")),
                linesUntilMain(steps, "main.recovered"));
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT})
    void next_stays_in_its_frame_under_recursion(GoBinary steps) {
        int rest = steps.line("rest := factorial(n - 1)");
        assertEquals(
                List.of(rest - 4, rest - 3, rest, rest + 1, steps.line("e := factorial(4)")),
                linesUntilMain(steps, "main.factorial"));
    }

    @GoProgramTest(
            program = "steps",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.STRIPPED})
    void stepping_out_of_a_panic_ends_where_it_was_recovered(GoBinary steps) {
        try (LiveSession session = launch(steps)) {
            session.addBreakpoint(Where.parse("main.explode"), Condition.ALWAYS);
            Stop stop = session.step(session.resume().thread().orElseThrow(), StepKind.OUT);
            assertEquals(StopReason.STEP, stop.reason());
            assertEquals(steps.line("d := recovered()"), position(session, stop).line());
        }
    }

    /** The lines of the function's first call by NEXT, and the line in main where that ends. */
    private List<Integer> linesUntilMain(GoBinary steps, String function) {
        List<Integer> lines = new ArrayList<>();
        try (LiveSession session = launch(steps)) {
            gjdbg.breakpoint.Breakpoint breakpoint = session.addBreakpoint(Where.parse(function), Condition.ALWAYS);
            Stop stop = session.resume();
            breakpoint.remove();
            while (position(session, stop).function().equals(function)) {
                lines.add(position(session, stop).line());
                stop = session.step(stop.thread().orElseThrow(), StepKind.NEXT);
            }
            lines.add(position(session, stop).line());
        }
        return lines;
    }

    private static Position position(LiveSession session, Stop stop) {
        return Sessions.innermost(session, stop).position();
    }

    private List<Integer> lines(GoBinary steps, StepKind kind, String function, int first) {
        List<Integer> lines = new ArrayList<>();
        try (LiveSession session = launch(steps)) {
            session.addBreakpoint(Where.parse(function), Condition.ALWAYS);
            Stop stop = session.resume();
            while (!stop.ended()) {
                Position position = position(session, stop);
                if (position.line() >= first || !position.function().equals(function)) {
                    lines.add(position.line());
                }
                stop = session.step(stop.thread().get(), kind);
            }
        }
        return lines;
    }

    private LiveSession launch(GoBinary binary) {
        return LiveSession.launch(LaunchRequest.of(binary.path()).withStdout(folder.resolve("out")));
    }
}
