package gjdbg.target.linux;

import gjdbg.error.TargetGone;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Takes wait statuses from the kernel, one event after another, until the process's end. */
final class Events {
    /** Of this thread's tracees only, so that children of the JVM's other threads are left to those. */
    private static final int OURS = SystemCalls.WALL | SystemCalls.WNOTHREAD;

    private final int pid;
    private final StopReader reader;
    private final Waker waker = new Waker();
    private final TracerCpu cpu = new TracerCpu();
    private final Scratch status = new Scratch(4);
    private final ArrayDeque<WaitEvent> queue = new ArrayDeque<>();
    private Optional<String> gone = Optional.empty();

    Events(int pid, StopReader reader) {
        this.pid = pid;
        this.reader = reader;
    }

    WaitEvent await() {
        for (; ; ) {
            if (!queue.isEmpty()) {
                return queue.poll();
            }
            requireAlive();
            if (!waker.enter()) {
                return new WaitEvent.Woken();
            }
            int tid = SystemCalls.waitpid(-1, status.address, OURS);
            int error = tid < 0 ? SystemCalls.errno() : 0;
            waker.leave();
            Optional<WaitEvent> event = take(tid, error);
            if (event.isPresent()) {
                if (event.get() instanceof WaitEvent.Trapped trapped) {
                    cpu.trapped(trapped.thread());
                }
                return event.get();
            }
        }
    }

    Optional<WaitEvent> poll() {
        for (; ; ) {
            if (!queue.isEmpty()) {
                return Optional.of(queue.poll());
            }
            requireAlive();
            int tid = SystemCalls.waitpid(-1, status.address, OURS | SystemCalls.WNOHANG);
            Optional<WaitEvent> event = tid == 0 ? Optional.empty() : take(tid, tid < 0 ? SystemCalls.errno() : 0);
            if (tid == 0 || event.isPresent()) {
                return event;
            }
        }
    }

    /** Takes events until the condition holds or the process ends; they stay in the queue. */
    void takeUntil(BooleanSupplier condition) {
        while (gone.isEmpty() && !condition.getAsBoolean()) {
            int tid = SystemCalls.waitpid(-1, status.address, OURS);
            take(tid, tid < 0 ? SystemCalls.errno() : 0).ifPresent(queue::add);
        }
    }

    /** Waits for the next stop or end of one thread alone, which is its wait status; the others' stay where they are. */
    int awaitStatus(LiveThread thread) {
        for (; ; ) {
            if (SystemCalls.waitpid(thread.id(), status.address, OURS) == thread.id()) {
                return status.bytes.getInt(0);
            }
            int error = SystemCalls.errno();
            if (error != SystemCalls.EINTR) {
                throw SystemCalls.failed("waitpid", error, "");
            }
        }
    }

    /** Puts an event of a status that {@link #awaitStatus} gave into the queue. */
    void keep(int tid, int waitStatus) {
        status.bytes.putInt(0, waitStatus);
        take(tid, 0).ifPresent(queue::add);
    }

    private Optional<WaitEvent> take(int tid, int error) {
        Optional<WaitEvent> event;
        if (error == 0) {
            event = reader.read(tid, status.bytes.getInt(0));
        } else if (error == SystemCalls.ECHILD) {
            event = Optional.of(new WaitEvent.ProcessEnded(OptionalInt.empty(), OptionalInt.empty()));
        } else if (error == SystemCalls.EINTR) {
            event = Optional.empty();
        } else {
            throw SystemCalls.failed("waitpid", error, "");
        }
        if (event.isPresent()) {
            note(event.get());
        }
        return event;
    }

    private void note(WaitEvent event) {
        if (event instanceof WaitEvent.ProcessEnded ended) {
            gone = Optional.of(ended.describe());
        } else if (event instanceof WaitEvent.ThreadCreated created) {
            cpu.born(created.parent().id(), created.child().id());
        } else if (event instanceof WaitEvent.Forked forked) {
            cpu.born(forked.parent().id(), forked.child().pid());
        } else if (event instanceof WaitEvent.Execed execed) {
            cpu.renamed(execed.formerTid(), execed.thread().id());
        }
    }

    ArrayDeque<WaitEvent> queue() {
        return queue;
    }

    void end(String how) {
        queue.clear();
        gone = Optional.of(how);
    }

    boolean alive() {
        return gone.isEmpty();
    }

    void requireAlive() {
        if (gone.isPresent()) {
            throw new TargetGone(pid, gone.get());
        }
    }

    TracerCpu cpu() {
        return cpu;
    }

    Waker waker() {
        return waker;
    }
}
