package gjdbg.goruntime;

import gjdbg.target.TargetThread;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What the scheduler of the runtime is doing at one moment (runtime.sched, runtime.allp and runtime.allm; runtime/proc.go).
 *
 * @param gomaxprocs how many Ps the program may use
 * @param processors all Ps, those that are no longer used included
 * @param machines all Ms, the one of sysmon included
 * @param globalQueue the runnable goroutines that wait for any P, the next one first
 * @param spinning how many Ms look for work
 */
public record Scheduler(
        int gomaxprocs,
        List<Processor> processors,
        List<Machine> machines,
        List<GoroutineState> globalQueue,
        int spinning,
        Collector collector) {
    public Scheduler {
        processors = List.copyOf(processors);
        machines = List.copyOf(machines);
        globalQueue = List.copyOf(globalQueue);
        Objects.requireNonNull(collector);
    }

    /** The states of a P (runtime/runtime2.go). */
    public enum Status {
        IDLE,
        RUNNING,
        SYSCALL,
        GCSTOP,
        DEAD,
        UNKNOWN;

        static Status of(int number) {
            return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A P (runtime.p).
     *
     * @param schedTick counts the goroutines that it has started to run
     * @param syscallTick counts the system calls that it was in
     * @param machine the id of the M that has it
     * @param running what that M runs on it
     * @param runNext what runs next, in the same time slice
     * @param queue the runnable goroutines that wait for it, the next one first, {@code runNext} not among them
     * @param preempted whether it is asked to give up what it runs
     * @param timers those that it looks after, the next one first; read when asked for
     */
    public record Processor(
            int id,
            Status status,
            long schedTick,
            long syscallTick,
            OptionalLong machine,
            Optional<GoroutineState> running,
            Optional<GoroutineState> runNext,
            List<GoroutineState> queue,
            boolean preempted,
            Supplier<List<PendingTimer>> timers) {
        public Processor {
            queue = List.copyOf(queue);
        }
    }

    /**
     * An M (runtime.m), which is a thread.
     *
     * @param threadId the kernel's id of it; 0 where it has not started
     * @param thread empty where it has ended
     * @param processor the id of the P that it has
     * @param running its user goroutine
     * @param lockedTo the goroutine that it runs and no other
     * @param spinning whether it looks for work
     * @param idle whether it stands in the scheduler's list of those that wait for work
     * @param blocked whether it sleeps until another one wakes it
     * @param inCgo whether it is in a call to C
     */
    public record Machine(
            long id,
            long threadId,
            Optional<TargetThread> thread,
            OptionalLong processor,
            Optional<GoroutineState> running,
            Optional<GoroutineState> lockedTo,
            boolean spinning,
            boolean idle,
            boolean blocked,
            boolean inCgo) {}

    /**
     * A timer that has not gone off.
     *
     * @param due in nanoseconds from now, negative where it is late; empty for a core
     * @param period in nanoseconds; 0 for one that goes off once
     * @param function what it calls: of time.AfterFunc, what that was given
     * @param goroutine the one that it wakes, where that is known
     */
    public record PendingTimer(OptionalLong due, long period, String function, Optional<GoroutineState> goroutine) {}

    /**
     * The garbage collector.
     *
     * @param phase 'off', 'mark' or 'mark termination'
     * @param stopsTheWorld whether the world is stopped, or about to be: for the collector or for something else
     * @param stillRunning how many Ps have yet to stop for it
     * @param cycles how many it has completed
     */
    public record Collector(String phase, boolean stopsTheWorld, int stillRunning, long cycles) {}
}
