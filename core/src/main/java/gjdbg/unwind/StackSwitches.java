package gjdbg.unwind;

import gjdbg.target.Address;
import gjdbg.target.TargetThread;
import java.util.Optional;

/** What the unwinder asks the Go runtime about when a thread is not on its goroutine's own stack. */
public interface StackSwitches {
    /**
     * The user goroutine's context, saved when the thread left its stack for the one that holds sp; empty when the thread
     * runs no goroutine, or sp is on the goroutine's own stack.
     */
    Optional<SavedContext> leftFor(TargetThread thread, Address sp);

    /** The same for a thread that runs code outside Go: a C function, or the vDSO. */
    Optional<SavedContext> leftForForeignCode(TargetThread thread);

    /** For programs without a Go runtime. */
    StackSwitches NONE = new StackSwitches() {
        @Override
        public Optional<SavedContext> leftFor(TargetThread thread, Address sp) {
            return Optional.empty();
        }

        @Override
        public Optional<SavedContext> leftForForeignCode(TargetThread thread) {
            return Optional.empty();
        }
    };
}
