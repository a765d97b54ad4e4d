package gjdbg.breakpoint;

import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.OptionalLong;

/** System calls that a stop interrupted: the results by which Linux knows those to start again (linux/errno.h). */
final class InterruptedCall {
    private static final long ERESTARTSYS = -512;
    private static final long ERESTARTNOINTR = -513;
    private static final long ERESTARTNOHAND = -514;
    private static final long ERESTART_RESTARTBLOCK = -516;
    /** restart_syscall(2), which knows how much of a time is left. */
    private static final long RESTART_SYSCALL = 219;

    private InterruptedCall() {}

    /** What RAX has to be to make the call again; empty when the thread is not in an interrupted call. */
    static OptionalLong numberToRestart(Registers registers) {
        long call = registers.get(Register.ORIG_RAX);
        long result = registers.get(Register.RAX);
        if (call < 0) {
            return OptionalLong.empty();
        }
        if (result == ERESTART_RESTARTBLOCK) {
            return OptionalLong.of(RESTART_SYSCALL);
        }
        return result == ERESTARTSYS || result == ERESTARTNOINTR || result == ERESTARTNOHAND
                ? OptionalLong.of(call)
                : OptionalLong.empty();
    }
}
