package gjdbg.target.linux;

import java.util.OptionalInt;

/**
 * What became of a thread or the process (waitpid(2), ptrace(2)). The threads named by an event are stopped, except where
 * they have ended.
 */
public sealed interface WaitEvent {
    /** A SIGTRAP that the processor or the kernel made, not one that was sent. */
    record Trapped(LiveThread thread, Trap kind) implements WaitEvent {}

    /** About to receive a signal: it gets only what {@link LiveProcess#resume} passes on. */
    record Signalled(LiveThread thread, int signal) implements WaitEvent {}

    /** Stopped by {@link LiveProcess#interrupt}. */
    record Interrupted(LiveThread thread) implements WaitEvent {}

    /** Stopped with its whole process by a signal such as SIGSTOP; {@link LiveProcess#listen} leaves it so. */
    record GroupStopped(LiveThread thread, int signal) implements WaitEvent {}

    /** Both are stopped, the child before its first instruction. */
    record ThreadCreated(LiveThread parent, LiveThread child) implements WaitEvent {}

    /**
     * Both are stopped, the child before its first instruction. After vfork(2) the parent, even if resumed, only runs on
     * when the child has executed a program, has ended or was detached; until then an interrupt still stops it.
     */
    record Forked(LiveThread parent, ForeignProcess child) implements WaitEvent {}

    /** The child of a vfork has let go of the memory. */
    record VforkDone(LiveThread thread) implements WaitEvent {}

    /** Runs a new program, stopped before its first instruction; every other thread is gone. */
    record Execed(LiveThread thread, int formerTid) implements WaitEvent {}

    /** @param number of the system call */
    record SyscallStopped(LiveThread thread, boolean entry, long number) implements WaitEvent {}

    record ThreadEnded(int tid) implements WaitEvent {}

    /** One of the two is there; none where gjdbg attached when the first thread, which has the status, had ended. */
    record ProcessEnded(OptionalInt exitStatus, OptionalInt signal) implements WaitEvent {
        /** As {@code exited with status 3} or {@code was killed by SIGKILL}. */
        public String describe() {
            if (exitStatus.isPresent()) {
                return "exited with status " + exitStatus.getAsInt();
            }
            return signal.isPresent() ? "was killed by " + Signals.name(signal.getAsInt()) : "is gone";
        }
    }

    /** A forked child that was not detached has ended; exactly one of the two is there. */
    record ForeignEnded(ForeignProcess child, OptionalInt exitStatus, OptionalInt signal) implements WaitEvent {}

    /** {@link LiveProcess#wake} ended the wait. */
    record Woken() implements WaitEvent {}

    enum Trap {
        /** An INT3 was executed; the PC is behind it. */
        BREAKPOINT,
        /** The end of a single step. */
        STEP,
        /** A debug register matched. */
        HARDWARE,
        OTHER
    }
}
