package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.nio.file.Path;

class IdleReadingTest {
    @GoProgramTest(
            program = "bank",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void parked_goroutines_are_read_for_a_while(GoBinary bank) {
        try (LiveSession session = stopped(bank)) {
            IdleReading idle = new IdleReading(session::view);
            while (idle.goesOn()) {
                idle.step();
            }
            assertTrue(idle.read() > 0, "the runtime's own goroutines are parked");
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
        }
    }

    @GoProgramTest(
            program = "bank",
            modes = {Mode.STRIPPED})
    void a_program_without_debug_information_is_left_at_once(GoBinary bank) {
        try (LiveSession session = stopped(bank)) {
            IdleReading idle = new IdleReading(session::view);
            idle.step();
            assertEquals(0, idle.read());
            assertTrue(!idle.goesOn());
        }
    }

    private static LiveSession stopped(GoBinary bank) {
        LiveSession session = LiveSession.launch(LaunchRequest.of(bank.path()).withStdout(Path.of("/dev/null")));
        session.addBreakpoint(Where.parse("main.transfer"), Condition.ALWAYS);
        assertEquals(StopReason.BREAKPOINT, session.resume().reason());
        return session;
    }
}
