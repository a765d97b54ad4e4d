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
     * Both are stopped, the child before its first instruction. A child that shares memory (vfork(2)) keeps its parent
     * waiting in the kernel until it executes a program or ends.
     */
    record Forked(LiveThread parent, ForeignProcess child) implements WaitEvent {}

    /** The child of a vfork has let go of the memory. */
    record VforkDone(LiveThread thread) implements WaitEvent {}

    /** Runs a new program, stopped before its first instruction; every other thread is gone. */
    record Execed(LiveThread thread, int formerTid) implements WaitEvent {}

    /** @param number of the system call */
    record SyscallStopped(LiveThread thread, boolean entry, long number) implements WaitEvent {}

    record ThreadEnded(int tid) implements WaitEvent {}

    /** Exactly one of the two is there. */
    record ProcessEnded(OptionalInt exitStatus, OptionalInt signal) implements WaitEvent {}

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
