package gjdbg.unwind;

import gjdbg.target.Address;
import java.util.Objects;
import java.util.Optional;

/**
 * The stack of the user goroutine that a thread runs, or runs the runtime's code for.
 *
 * @param low its first address
 * @param high the first address after it
 * @param scheduled where the goroutine goes on (g.sched): only of meaning while the thread is on another stack
 * @param clock where the thread called the vDSO, while it is in there (m.vdsoPC, m.vdsoSP)
 * @param syscall where the goroutine entered a system call or C code, while it is in there (g.syscallpc, g.syscallsp)
 * @param systemTop the stack pointer with which the thread's system stack begins (m.g0.sched.sp)
 */
public record GoStack(
        Address low,
        Address high,
        SavedContext scheduled,
        Optional<SavedContext> clock,
        Optional<SavedContext> syscall,
        Address systemTop) {
    /** What the runtime puts on its system stack itself before it calls there, at the most. */
    private static final int SWITCH_ROOM = 32;

    public GoStack {
        Objects.requireNonNull(low);
        Objects.requireNonNull(high);
        Objects.requireNonNull(scheduled);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(syscall);
        Objects.requireNonNull(systemTop);
    }

    boolean contains(Address sp) {
        return sp.compareTo(low) >= 0 && sp.compareTo(high) < 0;
    }

    /** Whether a switch to the system stack has just been done with that stack pointer: nothing lies on it yet. */
    boolean isSystemTop(Address sp) {
        long used = systemTop.value() - sp.value();
        return used >= 0 && used <= SWITCH_ROOM;
    }

    /** Where Go's code goes on from code that is not Go's. */
    SavedContext underForeignCode() {
        return clock.or(() -> syscall).orElse(scheduled);
    }
}
