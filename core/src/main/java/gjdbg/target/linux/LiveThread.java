package gjdbg.target.linux;

import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.TargetThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A traced thread and what gjdbg knows of its stop. Registers and requests only work while it is stopped. */
public final class LiveThread implements TargetThread {
    /** What the kernel does with the thread, as far as the events told up to now. */
    public enum State {
        RUNNING,
        STOPPED,
        /** In a group stop, left alone until SIGCONT (PTRACE_LISTEN). */
        LISTENING,
        ENDED
    }

    private final int tid;
    private final int pid;
    private final Optional<ForeignProcess> foreign;
    private final ThreadRegisters registers;

    State state = State.STOPPED;
    /** The signal of the stop, without bit 7 of system call stops. */
    int stopSignal = SystemCalls.SIGTRAP;
    /** The PTRACE_EVENT of the stop, 0 for the signal-delivery-stop and -1 for a system call stop. */
    int stopEvent = Ptrace.EVENT_STOP;
    /** Whether the stop is at a signal that the thread will get unless it is suppressed. */
    boolean signalPending;
    /** The request that let it run last, to repeat after a stop that nobody needs to see. */
    long lastRequest = Ptrace.CONT;
    /** An interrupt was asked for and no stop was seen since. */
    boolean interruptPending;

    /** The child that must let go of the memory before this thread can go on from its vfork. */
    Optional<ForeignProcess> vforkChild = Optional.empty();
    /** It was resumed, with this signal, but its vfork child is not done. */
    OptionalInt deferred = OptionalInt.empty();

    /** Signals kept from the thread until it runs on freely, as siginfo_t. */
    final ArrayDeque<SignalInfo> held = new ArrayDeque<>(0);
    /** Signals sent again, to get their first siginfo_t back when they arrive. */
    final List<SignalInfo> requeued = new ArrayList<>(0);

    LiveThread(int pid, int tid, Optional<ForeignProcess> foreign) {
        this.pid = pid;
        this.tid = tid;
        this.foreign = foreign;
        registers = new ThreadRegisters(this);
    }

    @Override
    public int id() {
        return tid;
    }

    /** The process that it belongs to, which is not the target's for a thread of a forked child. */
    public int processId() {
        return pid;
    }

    @Override
    public String name() {
        return ProcessFiles.threadName(pid, tid);
    }

    @Override
    public ThreadRegisters registers() {
        return registers;
    }

    public State state() {
        return state;
    }

    public boolean stopped() {
        return state == State.STOPPED;
    }

    /** Whether it is stopped with its whole process, so that {@link LiveProcess#listen} is the way to let it be. */
    public boolean inGroupStop() {
        return state == State.STOPPED && stopEvent == Ptrace.EVENT_STOP && stopSignal != SystemCalls.SIGTRAP;
    }

    /** Set for a thread of a child that the target has forked. */
    public Optional<ForeignProcess> foreign() {
        return foreign;
    }

    /** The signal that it is about to get; 0 for none. */
    public int pendingSignal() {
        return signalPending ? stopSignal : 0;
    }

    void stoppedBy(int signal, int event) {
        state = State.STOPPED;
        stopSignal = signal;
        stopEvent = event;
        signalPending = false;
        registers.invalidate();
    }

    void requireStopped() {
        switch (state) {
            case STOPPED -> {}
            case RUNNING, LISTENING ->
                throw new Unavailable("thread " + tid, "it is running; only a stopped thread can be asked");
            case ENDED -> throw new TargetGone(pid, "has ended its thread " + tid);
        }
    }

    @Override
    public String toString() {
        return "thread " + tid;
    }
}
