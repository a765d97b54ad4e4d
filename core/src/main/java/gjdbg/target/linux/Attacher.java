package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Seizes and stops every thread of a running process, those born meanwhile included. */
final class Attacher {
    private final int pid;
    private final ThreadTable table;
    private final Tracer tracer;
    private final int self;
    private final Set<Integer> seen = new HashSet<>();

    /** @param self the tracer's thread id */
    Attacher(int pid, ThreadTable table, Tracer tracer, int self) {
        this.pid = pid;
        this.table = table;
        this.tracer = tracer;
        this.self = self;
    }

    static void check(int pid) {
        if (pid <= 0) {
            throw new BadRequest(pid + " is no process id");
        }
        if (pid == ProcessHandle.current().pid()) {
            throw new BadRequest("process " + pid + " is gjdbg itself");
        }
        int group = ProcessFiles.status(pid, "Tgid").orElseThrow(() -> new BadRequest("no process " + pid));
        if (group != pid) {
            throw new BadRequest(pid + " is a thread of process " + group + ": attach to " + group);
        }
        if (ProcessFiles.state(pid, pid).orElse('X') == 'Z'
                && ProcessFiles.threads(pid).size() == 1) {
            throw new BadRequest("process " + pid + " has ended already; its parent has not asked for its status");
        }
    }

    /**
     * Seizes what threads there are that were not seen before, and tells whether there were any; their stops come as
     * events. One that was just being made by a thread at its seizing is traced by nobody, so only when all have stopped
     * and this then finds no more are they all there.
     */
    boolean seizeNew() {
        boolean more = false;
        for (int tid : ProcessFiles.threads(pid)) {
            more |= seen.add(tid) && seize(tid);
        }
        return more;
    }

    private boolean seize(int tid) {
        int error = Ptrace.request(Ptrace.SEIZE, tid, 0, Ptrace.OPTIONS);
        if (error == 0) {
            LiveThread thread = table.add(pid, tid, Optional.empty());
            thread.state = LiveThread.State.RUNNING;
            tracer.interrupt(thread);
            return true;
        }
        // A thread made by one that is seized is traced from its birth, and makes itself known by an event.
        boolean passing = error == SystemCalls.ESRCH || endedOrOurs(tid);
        if (!passing) {
            throw Refusal.of(tid, error);
        }
        return false;
    }

    private boolean endedOrOurs(int tid) {
        return ProcessFiles.status(tid, "TracerPid").orElse(self) == self
                || "ZX".indexOf(ProcessFiles.state(pid, tid).orElse('X')) >= 0;
    }
}
