package gjdbg.session;

import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The session's records of the target's threads. */
final class Tracees {
    private final LiveProcess process;
    private final Map<Integer, Tracee> byId = new HashMap<>();

    Tracees(LiveProcess process) {
        this.process = process;
    }

    /** The record of a thread, made when it is first asked for. */
    Tracee of(LiveThread thread) {
        Tracee known = byId.get(thread.id());
        if (known == null || known.thread() != thread) {
            known = new Tracee(thread);
            byId.put(thread.id(), known);
        }
        return known;
    }

    void ended(int threadId) {
        byId.remove(threadId);
    }

    /** The target's own threads that stand still. */
    void eachStopped(Consumer<Tracee> action) {
        for (LiveThread thread : new ArrayList<>(process.liveThreads())) {
            if (thread.state() == LiveThread.State.STOPPED) {
                action.accept(of(thread));
            }
        }
    }
}
