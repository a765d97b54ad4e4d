package gjdbg.unwind;

import gjdbg.target.TargetThread;
import java.util.Optional;

/** What the unwinder asks the Go runtime about when a thread leaves its goroutine's own stack. */
public interface GoStacks {
    /** Empty when the thread runs no user goroutine. */
    Optional<GoStack> of(TargetThread thread);

    /** For programs without a Go runtime. */
    GoStacks NONE = thread -> Optional.empty();
}
