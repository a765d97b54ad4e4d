package gjdbg.session;

import gjdbg.target.linux.ForeignProcess;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.SignalInfo;
import gjdbg.target.linux.WaitEvent;
import java.util.Optional;
import java.util.OptionalInt;

/** Deals with one event of the running target: lets the thread go on, or says that everything has to stop. */
final class EventDealer {
    private final LiveProcess process;
    private final Tracees tracees;
    private final Passing passing;
    private final SiteBoard board;
    private final EventListeners listeners;
    private final SignalPolicy signals;
    private final Children children;
    private final Runnable executed;

    EventDealer(
            LiveProcess process,
            Tracees tracees,
            Passing passing,
            SiteBoard board,
            EventListeners listeners,
            SignalPolicy signals,
            Children children,
            Runnable executed) {
        this.process = process;
        this.tracees = tracees;
        this.passing = passing;
        this.board = board;
        this.listeners = listeners;
        this.signals = signals;
        this.children = children;
        this.executed = executed;
    }

    boolean isForeign(LiveThread thread) {
        return thread.foreign().isPresent();
    }

    /** Empty when the thread went on. The thread stays stopped when a handler throws. */
    Optional<Stop> deal(WaitEvent event) {
        return switch (event) {
            case WaitEvent.Trapped(LiveThread thread, WaitEvent.Trap kind) -> trapped(thread, kind);
            case WaitEvent.Signalled(LiveThread thread, int signal) -> signalled(thread, signal);
            case WaitEvent.Interrupted(LiveThread thread) -> goOn(thread);
            case WaitEvent.GroupStopped(LiveThread thread, int signal) -> goOn(thread);
            case WaitEvent.ThreadCreated(LiveThread parent, LiveThread child) -> created(parent, child);
            case WaitEvent.Forked(LiveThread parent, ForeignProcess child) -> forked(parent, child);
            case WaitEvent.VforkDone(LiveThread thread) -> goOn(thread);
            case WaitEvent.Execed(LiveThread thread, int formerTid) -> execed(thread);
            case WaitEvent.SyscallStopped(LiveThread thread, boolean entry, long number) ->
                told(EventKind.SYSCALL, StopReason.SYSCALL, thread, number, entry ? "entry" : "exit");
            case WaitEvent.ThreadEnded(int tid) -> {
                tracees.ended(tid);
                yield Optional.empty();
            }
            case WaitEvent.ProcessEnded(OptionalInt exitStatus, OptionalInt signal) -> ended(exitStatus, signal);
            case WaitEvent.ForeignEnded ended -> Optional.empty();
            case WaitEvent.Woken woken -> Optional.empty();
        };
    }

    /** Resumes a stopped thread, past the site at which it stands if that has been dealt with. */
    void letGo(Tracee tracee, int signal) {
        LiveThread thread = tracee.thread();
        if (!thread.stopped()) {
            return;
        }
        if (tracee.passing() != 0) {
            if (signal != 0) {
                // its handler would come back to the site, and the hit be counted again
                process.holdSignal(thread);
            }
            boolean inSlot = passing.past(tracee);
            if (thread.stopped() && thread.pendingSignal() != 0) {
                // a fault there is about to end the process: its event is still to be dealt with
                return;
            }
            if (signal != 0 && inSlot) {
                tracee.leavingSlot(true);
                process.singleStep(thread, 0);
                return;
            }
            signal = 0;
        }
        if (thread.inGroupStop()) {
            process.listen(thread);
        } else if (listeners.any(EventKind.SYSCALL) && !isForeign(thread)) {
            process.resumeToSyscall(thread, signal);
        } else {
            process.resume(thread, signal);
        }
    }

    private Optional<Stop> goOn(LiveThread thread) {
        letGo(tracees.of(thread), 0);
        return Optional.empty();
    }

    private Optional<Stop> trapped(LiveThread thread, WaitEvent.Trap kind) {
        if (!thread.stopped()) {
            return Optional.empty();
        }
        Tracee tracee = tracees.of(thread);
        return switch (kind) {
            case BREAKPOINT -> {
                Passing.Arrival arrival = passing.arrive(tracee);
                yield switch (arrival) {
                    case Passing.Arrival.AtSite(var site) -> {
                        Optional<Stop> stop = isForeign(thread) ? Optional.empty() : board.reached(site, thread);
                        if (stop.isEmpty()) {
                            letGo(tracee, 0);
                        }
                        yield stop;
                    }
                    case Passing.Arrival.SiteGone gone -> goOn(thread);
                    case Passing.Arrival.OwnTrap own -> Optional.of(Stop.signalled(SignalPolicy.SIGTRAP, thread));
                };
            }
            case STEP -> {
                if (tracee.leavingSlot()) {
                    passing.leftSlot(tracee);
                }
                yield goOn(thread);
            }
            case HARDWARE, OTHER -> Optional.of(Stop.signalled(SignalPolicy.SIGTRAP, thread));
        };
    }

    private Optional<Stop> signalled(LiveThread thread, int signal) {
        if (!thread.stopped()) {
            return Optional.empty();
        }
        Tracee tracee = tracees.of(thread);
        if (isForeign(thread)) {
            process.resume(thread, signal);
            return Optional.empty();
        }
        SignalInfo info = process.getSignalInfo(thread);
        passing.signalled(tracee, info);
        if (signals.isOurs(info)) {
            letGo(tracee, 0);
            return Optional.empty();
        }
        Verdict verdict = listeners.any(EventKind.SIGNAL)
                ? listeners.tell(new SessionEvent(EventKind.SIGNAL, Optional.of(thread), signal, ""))
                : Verdict.GO_ON;
        if (verdict == Verdict.STOP || signals.stops(signal)) {
            return Optional.of(Stop.signalled(signal, thread));
        }
        letGo(tracee, signal);
        return Optional.empty();
    }

    private Optional<Stop> created(LiveThread parent, LiveThread child) {
        Optional<Stop> stop = Optional.empty();
        if (listeners.any(EventKind.THREAD)
                && listeners.tell(new SessionEvent(EventKind.THREAD, Optional.of(parent), child.id(), ""))
                        == Verdict.STOP) {
            stop = Optional.of(Stop.of(StopReason.INTERRUPT, parent));
        }
        letGo(tracees.of(child), 0);
        if (stop.isEmpty()) {
            letGo(tracees.of(parent), 0);
        }
        return stop;
    }

    private Optional<Stop> forked(LiveThread parent, ForeignProcess child) {
        children.born(child);
        return told(EventKind.FORK, StopReason.FORK, parent, child.pid(), "");
    }

    private Optional<Stop> execed(LiveThread thread) {
        if (isForeign(thread)) {
            process.detachChild(thread.foreign().orElseThrow());
            return Optional.empty();
        }
        executed.run();
        return told(EventKind.EXEC, StopReason.EXEC, thread, process.pid(), "");
    }

    private Optional<Stop> told(EventKind kind, StopReason reason, LiveThread thread, long number, String detail) {
        if (listeners.any(kind)
                && listeners.tell(new SessionEvent(kind, Optional.of(thread), number, detail)) == Verdict.STOP) {
            return Optional.of(Stop.of(reason, thread));
        }
        return goOn(thread);
    }

    private Optional<Stop> ended(OptionalInt exitStatus, OptionalInt signal) {
        listeners.tell(new SessionEvent(EventKind.EXIT, Optional.empty(), exitStatus.orElse(-signal.orElse(0)), ""));
        return Optional.of(exitStatus.isPresent() ? Stop.exited(exitStatus.getAsInt()) : Stop.killed(signal.orElse(0)));
    }
}
