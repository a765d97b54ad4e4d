package gjdbg.target.linux;

import gjdbg.target.Register;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes events of wait statuses (waitpid(2), ptrace(2) "Stopped states"); stops that concern nobody it resumes itself. */
final class StopReader {
    private final int pid;
    private final ThreadTable table;
    private final Births births;
    private final Tracer tracer;

    StopReader(int pid, ThreadTable table, Births births, Tracer tracer) {
        this.pid = pid;
        this.table = table;
        this.births = births;
        this.tracer = tracer;
    }

    /** Empty where there is nothing to tell. */
    Optional<WaitEvent> read(int tid, int status) {
        if (!WaitStatus.stopped(status)) {
            return ended(tid, status);
        }
        int signal = WaitStatus.stopSignal(status);
        int event = WaitStatus.event(status);
        LiveThread thread = table.get(tid);
        if (thread == null && event == Ptrace.EVENT_EXEC && tid == pid) {
            thread = table.add(pid, tid, Optional.empty());
        }
        if (thread == null) {
            return event == Ptrace.EVENT_EXIT ? strangerExiting(tid) : births.strangerStopped(tid);
        }
        boolean listened = thread.state == LiveThread.State.LISTENING;
        boolean interrupted = thread.interruptPending;
        thread.interruptPending = false;
        thread.stoppedBy(signal & 0x7f, (signal & 0x80) != 0 ? -1 : event);
        return switch (event) {
            case 0 -> signalled(thread, signal, interrupted);
            case Ptrace.EVENT_CLONE, Ptrace.EVENT_FORK, Ptrace.EVENT_VFORK ->
                births.parentStopped(thread, event, tracer.eventMessage(thread));
            case Ptrace.EVENT_EXEC -> Optional.of(executed(thread));
            case Ptrace.EVENT_VFORK_DONE -> Optional.of(new WaitEvent.VforkDone(thread));
            case Ptrace.EVENT_EXIT -> exiting(thread);
            case Ptrace.EVENT_STOP -> eventStop(thread, interrupted, listened);
            default -> throw new IllegalStateException("ptrace event " + event + " was never asked for");
        };
    }

    private Optional<WaitEvent> signalled(LiveThread thread, int signal, boolean interrupted) {
        if (thread.stopEvent == -1) {
            return Optional.of(new WaitEvent.SyscallStopped(
                    thread, tracer.atSyscallEntry(thread), thread.registers().get(Register.ORIG_RAX)));
        }
        if (signal == SystemCalls.SIGTRAP) {
            int code = tracer.signalCode(thread);
            if (code > 0) {
                return Optional.of(new WaitEvent.Trapped(thread, trap(code)));
            }
        } else if (!thread.requeued.isEmpty() && tracer.recognise(thread, signal)) {
            if (interrupted) {
                // This stop was none that the interrupt asked for, and has undone it.
                tracer.interrupt(thread);
            }
            if (thread.lastRequest != Ptrace.SINGLESTEP) {
                tracer.goOn(thread, signal);
            } else {
                thread.signalPending = true;
                tracer.hold(thread);
                tracer.goOn(thread, 0);
            }
            return Optional.empty();
        }
        thread.signalPending = true;
        return Optional.of(new WaitEvent.Signalled(thread, signal));
    }

    private static WaitEvent.Trap trap(int code) {
        return switch (code) {
            case SignalInfo.SI_KERNEL -> WaitEvent.Trap.BREAKPOINT;
            case SignalInfo.TRAP_BRKPT, SignalInfo.TRAP_TRACE -> WaitEvent.Trap.STEP;
            case SignalInfo.TRAP_HWBKPT -> WaitEvent.Trap.HARDWARE;
            default -> WaitEvent.Trap.OTHER;
        };
    }

    /**
     * SIGTRAP is the answer to an interrupt, or the end of a group stop; another signal is a group stop, which a thread that
     * listens tells anew when interrupted. An answer may come late, after a stop that made it needless: then nobody waits for it.
     */
    private Optional<WaitEvent> eventStop(LiveThread thread, boolean interrupted, boolean listened) {
        if (thread.stopSignal != SystemCalls.SIGTRAP && !(interrupted && listened)) {
            return Optional.of(new WaitEvent.GroupStopped(thread, thread.stopSignal));
        }
        if (interrupted) {
            return Optional.of(new WaitEvent.Interrupted(thread));
        }
        thread.lastRequest = listened ? Ptrace.CONT : thread.lastRequest;
        tracer.goOn(thread, 0);
        return Optional.empty();
    }

    private WaitEvent executed(LiveThread thread) {
        int former = tracer.eventMessage(thread);
        for (LiveThread other : table.of(thread.processId())) {
            if (other != thread) {
                table.remove(other);
            }
        }
        thread.held.clear();
        thread.requeued.clear();
        thread.foreign().ifPresent(child -> tracer.childIsDone(table, child));
        return new WaitEvent.Execed(thread, former);
    }

    /** The thread runs no more of the program's code from here on; the last one's end follows as the process's. */
    private Optional<WaitEvent> exiting(LiveThread thread) {
        tracer.goOn(thread, 0);
        table.remove(thread);
        table.exiting.add(thread.id());
        return thread.foreign().isPresent() ? Optional.empty() : Optional.of(new WaitEvent.ThreadEnded(thread.id()));
    }

    /** A newborn thread that is killed with its process before its parent could tell of it. */
    private Optional<WaitEvent> strangerExiting(int tid) {
        Ptrace.request(Ptrace.CONT, tid, 0, 0);
        table.exiting.add(tid);
        births.strangerEnded(tid).ifPresent(parent -> tracer.goOn(parent, 0));
        return Optional.empty();
    }

    private Optional<WaitEvent> ended(int tid, int status) {
        table.exiting.remove(tid);
        OptionalInt exit = WaitStatus.exitStatus(status);
        OptionalInt signal = WaitStatus.killingSignal(status);
        if (tid == pid) {
            table.clear(pid);
            births.clear();
            return Optional.of(new WaitEvent.ProcessEnded(exit, signal));
        }
        Optional<ForeignProcess> child = table.child(tid);
        if (child.isPresent()) {
            table.removeChild(child.get());
            tracer.childIsDone(table, child.get());
            return Optional.of(new WaitEvent.ForeignEnded(child.get(), exit, signal));
        }
        LiveThread thread = table.get(tid);
        if (thread == null) {
            births.strangerEnded(tid).ifPresent(parent -> tracer.goOn(parent, 0));
            return Optional.empty();
        }
        table.remove(thread);
        return Optional.of(new WaitEvent.ThreadEnded(tid));
    }
}
