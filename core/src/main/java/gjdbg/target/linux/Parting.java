package gjdbg.target.linux;

import java.util.ArrayList;
import java.util.List;

/** Stops every thread, and lets go of threads, children and the process itself. */
final class Parting {
    private final int pid;
    private final ThreadTable table;
    private final Births births;
    private final Tracer tracer;
    private final Events events;

    Parting(int pid, ThreadTable table, Births births, Tracer tracer, Events events) {
        this.pid = pid;
        this.table = table;
        this.births = births;
        this.tracer = tracer;
        this.events = events;
    }

    /** What happened before the last thread stood still, in order; without the stops that were asked for here. */
    List<WaitEvent> stopAll() {
        interruptRunning(pid);
        events.takeUntil(() -> !births.pending() && allStopped(pid));
        List<WaitEvent> happened = new ArrayList<>();
        for (WaitEvent event = events.queue().poll();
                event != null;
                event = events.queue().poll()) {
            if (!(event instanceof WaitEvent.Interrupted)) {
                happened.add(event);
            }
        }
        return happened;
    }

    /** Keeps for later what signals came while gjdbg attached, as nobody has asked for the events yet. */
    void holdWhatCame() {
        for (WaitEvent event : stopAll()) {
            switch (event) {
                case WaitEvent.Signalled signalled -> tracer.hold(signalled.thread());
                case WaitEvent.Trapped trapped -> {
                    trapped.thread().signalPending = true;
                    tracer.hold(trapped.thread());
                }
                case WaitEvent.Forked forked -> detachChild(forked.child());
                case WaitEvent.ProcessEnded _,
                        WaitEvent.Interrupted _,
                        WaitEvent.GroupStopped _,
                        WaitEvent.ThreadCreated _,
                        WaitEvent.VforkDone _,
                        WaitEvent.Execed _,
                        WaitEvent.SyscallStopped _,
                        WaitEvent.ThreadEnded _,
                        WaitEvent.ForeignEnded _,
                        WaitEvent.Woken _ -> {}
            }
        }
    }

    void detachAll() {
        stopAll();
        table.children().forEach(this::detachChild);
        for (LiveThread thread : table.of(pid)) {
            tracer.detach(thread, thread.pendingSignal());
            table.remove(thread);
        }
        // An ended thread that its tracer has not waited for would keep the whole process from ending.
        table.exiting.remove(pid);
        events.takeUntil(() -> table.exiting.isEmpty());
        events.end("is detached");
    }

    void detachChild(ForeignProcess child) {
        interruptRunning(child.pid());
        events.takeUntil(() -> allStopped(child.pid()));
        events.queue()
                .removeIf(event -> event instanceof WaitEvent.Interrupted interrupted
                        && interrupted.thread().processId() == child.pid());
        for (LiveThread thread : table.of(child.pid())) {
            tracer.detach(thread, thread.pendingSignal());
        }
        table.removeChild(child);
        tracer.childIsDone(table, child);
    }

    /** The children first, which nobody would be there to let go of. */
    void kill() {
        table.children().forEach(child -> SystemCalls.kill(child.pid(), SystemCalls.SIGKILL));
        SystemCalls.kill(pid, SystemCalls.SIGKILL);
        events.takeUntil(() -> false);
        events.queue().clear();
    }

    private void interruptRunning(int process) {
        for (LiveThread thread : table.of(process)) {
            if (!thread.stopped()) {
                tracer.interrupt(thread).ifPresent(events.queue()::add);
            }
        }
    }

    private boolean allStopped(int process) {
        return table.all(process, LiveThread::stopped);
    }
}
