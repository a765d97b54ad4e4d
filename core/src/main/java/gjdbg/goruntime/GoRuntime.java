package gjdbg.goruntime;

import gjdbg.target.TargetThread;
import java.util.Optional;

/** What gjdbg knows of the Go runtime in one process. */
public interface GoRuntime {
    /** The user goroutine that the thread runs: on a system stack, the one on whose behalf it does. */
    Optional<Goroutine> goroutineOf(TargetThread thread);

    /**
     * All that live now.
     *
     * @throws gjdbg.error.Unavailable for a program without debugging information or symbols
     */
    Goroutines goroutines();

    /**
     * What the runtime says of a goroutine now.
     *
     * @throws gjdbg.error.Unavailable for a program without debugging information
     */
    GoroutineState state(Goroutine goroutine);

    /**
     * What the scheduler is doing now.
     *
     * @throws gjdbg.error.Unavailable for a program without debugging information or symbols
     */
    Scheduler scheduler();
}
