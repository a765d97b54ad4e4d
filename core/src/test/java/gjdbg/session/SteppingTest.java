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
import java.util.Optional;
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

    private List<Integer> lines(GoBinary steps, StepKind kind, String function, int first) {
        List<Integer> lines = new ArrayList<>();
        try (LiveSession session = launch(steps)) {
            session.addBreakpoint(Where.parse(function), Condition.ALWAYS);
            Stop stop = session.resume();
            while (!stop.ended()) {
                Position position = session.frames(stop.thread().orElseThrow())
                        .iterator()
                        .next()
                        .position();
                if (position.line() >= first || !position.function().equals(function)) {
                    lines.add(position.line());
                }
                stop = session.step(stop.thread().get(), kind);
            }
        }
        return lines;
    }

    private LiveSession launch(GoBinary binary) {
        LaunchRequest plain = LaunchRequest.of(binary.path());
        return LiveSession.launch(new LaunchRequest(
                plain.executable(),
                plain.arguments(),
                plain.environment(),
                plain.workingDirectory(),
                plain.stdin(),
                Optional.of(folder.resolve("out")),
                plain.stderr(),
                plain.disableAslr()));
    }
}
