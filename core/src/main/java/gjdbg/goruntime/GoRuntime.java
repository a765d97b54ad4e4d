package gjdbg.goruntime;

import gjdbg.target.TargetThread;
import java.util.Optional;
import java.util.Set;

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
     * The addresses of the runtime's records (runtime.sudog) of the goroutines that stand in queues of semaphores, those of
     * mutexes and wait groups among them.
     *
     * @throws gjdbg.error.Unavailable for a program without debugging information
     */
    Set<Long> semaphoreQueues();

    /**
     * What the scheduler is doing now.
     *
     * @throws gjdbg.error.Unavailable for a program without debugging information or symbols
     */
    Scheduler scheduler();
}
