package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps by instruction in a program that no handler saves from its fault. */
@Timeout(30)
class FaultStepTest {
    private static final int SIGSEGV = 11;

    @Test
    void a_step_at_a_fault_without_a_handler_tells_of_the_signal_and_the_process_ends_of_it_when_resumed() {
        try (LiveSession session = LiveSession.launch(LaunchRequest.of(Fixtures.c("cfault", "-g")))) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            TargetThread thread = session.resume().thread().orElseThrow();
            Stop stop = session.stepInstruction(thread);
            for (int i = 0; i < 10 && stop.reason() == StopReason.STEP; i++) {
                stop = session.stepInstruction(thread);
            }
            assertEquals(StopReason.SIGNAL, stop.reason());
            assertEquals(OptionalInt.of(SIGSEGV), stop.signal());
            long pc = thread.registers().get(Register.RIP);
            assertEquals(StopReason.SIGNAL, session.stepInstruction(thread).reason());
            assertEquals(pc, thread.registers().get(Register.RIP));
            Stop end = session.resume();
            assertEquals(StopReason.KILLED, end.reason());
            assertEquals(OptionalInt.of(SIGSEGV), end.signal());
            assertTrue(end.ended());
        }
    }
}
