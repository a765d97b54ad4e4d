package gjdbg.target.linux;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings together the two stops of a birth, the parent's at its clone, fork or vfork and the child's first one, which come
 * in either order.
 */
final class Births {
    /** kcmp(2): whether two processes share their address space. */
    private static final int KCMP_VM = 1;

    private record Birth(LiveThread parent, int event, int child) {}

    private final ThreadTable table;
    private final Map<Integer, Birth> waiting = new HashMap<>();
    private final Set<Integer> early = new HashSet<>();

    Births(ThreadTable table) {
        this.table = table;
    }

    /** The parent's stop; empty as long as the child's is missing. */
    Optional<WaitEvent> parentStopped(LiveThread parent, int event, int child) {
        Birth birth = new Birth(parent, event, child);
        if (early.remove(child)) {
            return Optional.of(complete(birth));
        }
        waiting.put(child, birth);
        return Optional.empty();
    }

    /** The first stop of a thread that is not known; empty as long as its parent's is missing. */
    Optional<WaitEvent> strangerStopped(int tid) {
        Birth birth = waiting.remove(tid);
        if (birth == null) {
            early.add(tid);
            return Optional.empty();
        }
        return Optional.of(complete(birth));
    }

    /** A child that died before its first stop; its parent, if it lives, has something to go on with. */
    Optional<LiveThread> strangerEnded(int tid) {
        early.remove(tid);
        Birth birth = waiting.remove(tid);
        return birth == null ? Optional.empty() : Optional.of(birth.parent);
    }

    /** Whether a birth is known only by half. */
    boolean pending() {
        return !waiting.isEmpty() || !early.isEmpty();
    }

    /** At the process's end. A child of which its parent could not tell any more goes its own way. */
    void clear() {
        waiting.clear();
        early.forEach(tid -> Ptrace.request(Ptrace.DETACH, tid, 0, 0));
        early.clear();
    }

    private WaitEvent complete(Birth birth) {
        LiveThread parent = birth.parent;
        int child = birth.child;
        if (birth.event == Ptrace.EVENT_CLONE && ProcessFiles.isThreadOf(parent.processId(), child)) {
            return new WaitEvent.ThreadCreated(parent, table.add(parent.processId(), child, parent.foreign()));
        }
        ForeignProcess process = new ForeignProcess(
                child,
                sharesMemory(parent.id(), child, birth.event),
                new LiveMemory(() -> table.livingThread(child), () -> 0));
        table.addChild(process);
        if (birth.event == Ptrace.EVENT_VFORK) {
            parent.vforkChild = Optional.of(process);
        }
        return new WaitEvent.Forked(parent, process);
    }

    private static boolean sharesMemory(int parent, int child, int event) {
        long order = SystemCalls.syscall(SystemCalls.SYS_KCMP, parent, child, KCMP_VM, 0, 0);
        return order < 0 ? event == Ptrace.EVENT_VFORK : order == 0;
    }
}
