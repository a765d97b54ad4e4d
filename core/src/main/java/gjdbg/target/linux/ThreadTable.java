package gjdbg.target.linux;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The threads that gjdbg traces, by their id, and the forked children among whose they may be. */
final class ThreadTable {
    private final Map<Integer, LiveThread> threads = new HashMap<>();
    private final Map<Integer, ForeignProcess> children = new HashMap<>();
    /** Threads past their exit event, until the kernel reports their end. */
    final Set<Integer> exiting = new HashSet<>();

    private LiveThread last;

    /** Null where there is none: for the event loop alone. */
    LiveThread get(int tid) {
        if (last == null || last.id() != tid) {
            LiveThread found = threads.get(tid);
            if (found == null) {
                return null;
            }
            last = found;
        }
        return last;
    }

    LiveThread add(int pid, int tid, Optional<ForeignProcess> foreign) {
        LiveThread thread = new LiveThread(pid, tid, foreign);
        threads.put(tid, thread);
        return thread;
    }

    void remove(LiveThread thread) {
        thread.state = LiveThread.State.ENDED;
        threads.remove(thread.id());
        if (last == thread) {
            last = null;
        }
    }

    /** All threads of a process, in the order of their ids. */
    List<LiveThread> of(int pid) {
        List<LiveThread> found = new ArrayList<>(threads.size());
        for (LiveThread thread : threads.values()) {
            if (thread.processId() == pid) {
                found.add(thread);
            }
        }
        found.sort((a, b) -> Integer.compare(a.id(), b.id()));
        return found;
    }

    /** Whether the condition holds for all threads of a process. */
    boolean all(int pid, Predicate<LiveThread> condition) {
        for (LiveThread thread : threads.values()) {
            if (thread.processId() == pid && !condition.test(thread)) {
                return false;
            }
        }
        return true;
    }

    /** The thread that waits for a child of its vfork. */
    Optional<LiveThread> waitingFor(ForeignProcess child) {
        return threads.values().stream()
                .filter(thread -> thread.vforkChild.filter(child::equals).isPresent())
                .findAny();
    }

    /** The first thread of the process where it lives, else any other; the pid itself where none is left. */
    int livingThread(int pid) {
        if (get(pid) != null) {
            return pid;
        }
        for (LiveThread thread : threads.values()) {
            if (thread.processId() == pid) {
                return thread.id();
            }
        }
        return pid;
    }

    void addChild(ForeignProcess child) {
        children.put(child.pid(), child);
        add(child.pid(), child.pid(), Optional.of(child));
    }

    Optional<ForeignProcess> child(int pid) {
        return Optional.ofNullable(children.get(pid));
    }

    /** Forked children that are still traced. */
    List<ForeignProcess> children() {
        return List.copyOf(children.values());
    }

    /** Forgets a child and its threads. */
    void removeChild(ForeignProcess child) {
        children.remove(child.pid());
        of(child.pid()).forEach(this::remove);
        child.close();
    }

    /** Forgets the threads of a process. */
    void clear(int pid) {
        of(pid).forEach(this::remove);
    }
}
