package gjdbg.goruntime;

import gjdbg.target.TargetThread;
import java.util.Optional;

/** What gjdbg knows of the Go runtime in one process. */
public interface GoRuntime {
    /** The user goroutine that the thread runs: on a system stack, the one on whose behalf it does. */
    Optional<Goroutine> goroutineOf(TargetThread thread);
}
