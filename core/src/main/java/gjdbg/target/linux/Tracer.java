package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The requests that change what a thread does, and the records of it that go with them. */
final class Tracer {
    private final Scratch info = new Scratch(SignalInfo.SIZE);
    private final Scratch word = new Scratch(8);
    /** Of the signals, those that the target is not to get. */
    private Predicate<SignalInfo> unwanted = info -> false;

    private long resumptions;

    /** How often a thread was let run. */
    long resumptions() {
        return resumptions;
    }

    /** The process ran without being asked to. */
    void hasRun() {
        resumptions++;
    }

    void resume(LiveThread thread, int signal) {
        go(thread, Ptrace.CONT, thread.held.isEmpty() ? signal : releaseHeld(thread, signal));
    }

    void resumeToSyscall(LiveThread thread, int signal) {
        go(thread, Ptrace.SYSCALL, thread.held.isEmpty() ? signal : releaseHeld(thread, signal));
    }

    /** Held signals stay held, as they do in a single step. */
    void resumeWithoutHeld(LiveThread thread) {
        go(thread, Ptrace.CONT, 0);
    }

    void singleStep(LiveThread thread, int signal) {
        go(thread, Ptrace.SINGLESTEP, signal);
    }

    /** Goes on as last time, after a stop that nobody needs to see. */
    void goOn(LiveThread thread, int signal) {
        go(thread, thread.lastRequest, signal);
    }

    private void go(LiveThread thread, long request, int signal) {
        thread.requireStopped();
        thread.registers().flush();
        thread.lastRequest = request;
        thread.signalPending = false;
        thread.state = LiveThread.State.RUNNING;
        if (thread.vforkChild.isPresent()) {
            thread.deferred = OptionalInt.of(signal);
            return;
        }
        resumptions++;
        check(Ptrace.request(request, thread.id(), 0, signal), "PTRACE_CONT", thread);
    }

    /** A child that shared its parent's memory has let go of it, so the parent may go on. */
    void childIsDone(ThreadTable table, ForeignProcess child) {
        table.waitingFor(child).ifPresent(parent -> {
            parent.vforkChild = Optional.empty();
            if (parent.deferred.isPresent()) {
                int signal = parent.deferred.getAsInt();
                parent.deferred = OptionalInt.empty();
                resumptions++;
                check(Ptrace.request(parent.lastRequest, parent.id(), 0, signal), "PTRACE_CONT", parent);
            }
        });
    }

    /** Leaves a thread in its group stop; SIGCONT then lets it go on by itself. */
    void listen(LiveThread thread) {
        if (!thread.inGroupStop()) {
            throw new BadRequest("thread " + thread.id() + " is in no group stop that could be left as it is");
        }
        thread.registers().flush();
        thread.lastRequest = Ptrace.CONT;
        thread.state = LiveThread.State.LISTENING;
        check(Ptrace.request(Ptrace.LISTEN, thread.id(), 0, 0), "PTRACE_LISTEN", thread);
    }

    /** Asks a running thread to stop; empty where an event will follow, else it has stopped already. */
    Optional<WaitEvent> interrupt(LiveThread thread) {
        if (thread.deferred.isPresent()) {
            thread.deferred = OptionalInt.empty();
            thread.state = LiveThread.State.STOPPED;
            return Optional.of(new WaitEvent.Interrupted(thread));
        }
        thread.interruptPending = true;
        check(Ptrace.request(Ptrace.INTERRUPT, thread.id(), 0, 0), "PTRACE_INTERRUPT", thread);
        return Optional.empty();
    }

    /** Lets go of a stopped thread for good, with what signals it is owed. */
    void detach(LiveThread thread, int signal) {
        thread.requireStopped();
        thread.registers().flush();
        int passedOn = thread.held.isEmpty() ? signal : releaseHeld(thread, signal);
        thread.state = LiveThread.State.ENDED;
        check(Ptrace.request(Ptrace.DETACH, thread.id(), 0, passedOn), "PTRACE_DETACH", thread);
    }

    /** Keeps the signal that the thread is about to get, to be delivered when it next runs on freely. */
    void hold(LiveThread thread) {
        if (!thread.signalPending) {
            throw new BadRequest("thread " + thread.id() + " is about to get no signal that could be held");
        }
        SignalInfo info = signalInfo(thread);
        if (!unwanted.test(info)) {
            thread.held.add(info);
        }
        thread.signalPending = false;
    }

    /** From now on, what signals of a thread are dropped where they would be held. */
    void keepFromTarget(Predicate<SignalInfo> which) {
        unwanted = which;
    }

    /**
     * Brings the held signals on their way, first of all the one that came first, and returns what to resume with. Only a
     * signal-delivery-stop takes one at once; the rest is sent again and finds its siginfo_t when it arrives.
     */
    private int releaseHeld(LiveThread thread, int signal) {
        if (signal != 0) {
            thread.held.add(signalInfo(thread));
        }
        SignalInfo first = thread.stopEvent == 0 ? thread.held.poll() : null;
        for (SignalInfo next = thread.held.poll(); next != null; next = thread.held.poll()) {
            thread.requeued.add(next);
            SystemCalls.tgkill(thread.processId(), thread.id(), next.signal());
        }
        if (first == null) {
            return 0;
        }
        setSignalInfo(thread, first);
        return first.signal();
    }

    /** Gives a signal that was sent again its own siginfo_t back; false where this stop is at another signal. */
    boolean recognise(LiveThread thread, int signal) {
        for (SignalInfo original : thread.requeued) {
            if (original.signal() == signal && signalCode(thread) == SignalInfo.SI_TKILL) {
                thread.requeued.remove(original);
                setSignalInfo(thread, original);
                return true;
            }
        }
        return false;
    }

    SignalInfo signalInfo(LiveThread thread) {
        byte[] bytes = new byte[SignalInfo.SIZE];
        signalCode(thread);
        info.bytes.get(0, bytes);
        return new SignalInfo(bytes);
    }

    void setSignalInfo(LiveThread thread, SignalInfo changed) {
        info.bytes.put(0, changed.bytes());
        check(Ptrace.request(Ptrace.SETSIGINFO, thread.id(), 0, info.address), "PTRACE_SETSIGINFO", thread);
    }

    /** si_code of the stop's signal; 0 of a thread that is being killed. */
    int signalCode(LiveThread thread) {
        int error = Ptrace.request(Ptrace.GETSIGINFO, thread.id(), 0, info.address);
        check(error, "PTRACE_GETSIGINFO", thread);
        return error == 0 ? info.bytes.getInt(SignalInfo.CODE_OFFSET) : 0;
    }

    /** What the event of the stop carries: a new thread's or process's id, the former id of one that executed. */
    int eventMessage(LiveThread thread) {
        word.bytes.putLong(0, 0);
        check(Ptrace.request(Ptrace.GETEVENTMSG, thread.id(), 0, word.address), "PTRACE_GETEVENTMSG", thread);
        return (int) word.bytes.getLong(0);
    }

    /** Whether a system call stop is at the call's entry. */
    boolean atSyscallEntry(LiveThread thread) {
        info.bytes.put(0, (byte) 0);
        check(
                Ptrace.request(Ptrace.GET_SYSCALL_INFO, thread.id(), SignalInfo.SIZE, info.address) == SystemCalls.EIO
                        ? SystemCalls.EIO
                        : 0,
                "PTRACE_GET_SYSCALL_INFO",
                thread);
        return info.bytes.get(0) == 1;
    }

    /** A thread that is being killed answers ESRCH to everything: its end will be reported, so that is no failure. */
    private static void check(int error, String request, LiveThread thread) {
        if (error != 0 && error != SystemCalls.ESRCH) {
            throw SystemCalls.failed(request + " of thread " + thread.id(), error, "");
        }
    }
}
