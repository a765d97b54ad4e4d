package gjdbg.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Stacks through the runtime's functions that align the stack pointer before they call C. */
class AlignedCallTest {
    private static final int STOPS = 8;

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "busy",
            modes = {Mode.CGO})
    void stacks_reach_the_program_s_start_from_there(GoBinary busy) {
        int frames = 0;
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(busy.path()).withStdout(folder.resolve("out")))) {
            session.addBreakpoint(Where.parse("x_cgo_mmap"), Condition.ALWAYS);
            for (int i = 0; i < STOPS; i++) {
                Stop stop = session.resume();
                assertEquals(StopReason.BREAKPOINT, stop.reason());
                List<String> functions = new ArrayList<>();
                for (Frame frame : session.frames(stop.thread().orElseThrow())) {
                    functions.add(frame.position().function());
                }
                frames += functions.size();
                assertTrue(functions.indexOf("runtime.callCgoMmap") > 0, functions.toString());
                assertTrue(functions.contains("runtime.mmap") && functions.size() > 5, functions.toString());
                String outermost = functions.getLast();
                assertTrue(
                        List.of("runtime.rt0_go", "runtime.mstart", "runtime.goexit", "runtime.main").stream()
                                .anyMatch(outermost::startsWith),
                        functions.toString());
            }
        }
        System.out.println(busy + ": " + frames + " frames from " + STOPS + " calls of mmap by way of C");
    }
}
