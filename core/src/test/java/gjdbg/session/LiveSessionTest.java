package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class LiveSessionTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void a_breakpoint_stops_with_the_stack_up_to_main(GoBinary bank) {
        try (LiveSession session = launch(bank)) {
            Breakpoint breakpoint = session.addBreakpoint(Where.parse("main.transfer"), Condition.ALWAYS);
            Stop stop = session.resume();
            assertEquals(StopReason.BREAKPOINT, stop.reason());
            List<String> functions = new ArrayList<>();
            for (Frame frame : session.frames(stop.thread().orElseThrow())) {
                functions.add(frame.position().function());
            }
            assertEquals(List.of("main.transfer", "main.settle", "main.main", "runtime.main"), functions.subList(0, 4));
            assertEquals(
                    1,
                    session.goRuntime()
                            .orElseThrow()
                            .goroutineOf(stop.thread().get())
                            .orElseThrow()
                            .id());
            for (int i = 1; i < 5; i++) {
                assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            }
            Stop end = session.resume();
            assertEquals(StopReason.EXIT, end.reason());
            assertEquals(0, end.exitCode().orElseThrow());
            assertEquals(5, breakpoint.hits());
        }
    }

    @GoProgramTest(
            program = "hammer",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO, Mode.STRIPPED})
    void every_call_is_counted_once_while_the_garbage_collector_runs(GoBinary hammer) throws Exception {
        try (LiveSession session = launch(hammer, "-calls", "2500")) {
            Breakpoint breakpoint = session.addBreakpoint(Where.parse("main.work"), new Condition() {
                private long calls;

                @Override
                public boolean holds(Frame frame) {
                    calls++;
                    return calls == 20_000;
                }

                @Override
                public String mechanism() {
                    return "test";
                }
            });
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            assertEquals(1, breakpoint.hits());
            Stop end = session.resume();
            assertEquals(StopReason.EXIT, end.reason());
            assertEquals(1, breakpoint.hits(), "calls beyond the program's own 20,000");
            assertTrue(Files.readString(folder.resolve("out")).contains("calls 20000\n"));
        }
    }

    private LiveSession launch(GoBinary binary, String... arguments) {
        return LiveSession.launch(LaunchRequest.of(binary.path(), arguments).withStdout(folder.resolve("out")));
    }
}
