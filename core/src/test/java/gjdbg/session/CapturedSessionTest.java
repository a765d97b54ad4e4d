package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import gjdbg.goruntime.GoroutineState;
import gjdbg.target.Address;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that stands for a moment only, against the same process stopped. */
@Timeout(60)
class CapturedSessionTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "busy",
            modes = {Mode.NOOPT, Mode.OPT})
    void a_busy_process_is_whole_after_a_few_captures_and_runs_on(GoBinary busy) throws Exception {
        // no child of this process: the JDK waits for its children, and would take the tracer's events
        Process shell = new ProcessBuilder(
                        "sh", "-c", "\"$0\" >out & echo $!; wait", busy.path().toString())
                .directory(folder.toFile())
                .start();
        int pid = Integer.parseInt(shell.inputReader().readLine());
        try {
            Thread.sleep(200);
            CapturedSession session = CapturedSession.of(pid);
            stacks(session);
            List<String> seen = List.of();
            boolean whole = false;
            for (int i = 0; i < 10 && !whole; i++) {
                session.capture();
                seen = stacks(session);
                whole = session.isWhole();
            }
            assertTrue(whole, "no capture of ten was whole");
            List<String> again = stacks(session);
            assertEquals(seen, again, "what was captured changes");
            assertTrue(
                    again.stream().allMatch(stack -> stack.endsWith("goexit") || stack.endsWith("rt0_go")),
                    again::toString);
            assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
            assertThrows(BadRequest.class, () -> session.target().memory().write(new Address(4096), new byte[1]));
            assertThrows(BadRequest.class, session::resume);
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            shell.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> stacks(Session session) {
        List<String> stacks = new ArrayList<>();
        for (GoroutineState goroutine : session.goRuntime().orElseThrow().goroutines()) {
            StringBuilder stack = new StringBuilder().append(goroutine.id());
            String last = "";
            for (Frame frame : session.frames(goroutine)) {
                last = frame.position().function();
                stack.append(' ').append(frame.pc());
            }
            stacks.add(stack + " " + last);
        }
        return stacks;
    }
}
