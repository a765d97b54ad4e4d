package gjdbg.target.linux;

/**
 * Keeps the tracer's thread and the one thread that traps again and again on one CPU, the one on which that thread runs: a
 * stop is then a switch between two threads and not two wake-ups of idle CPUs. Both are bound to it, since the scheduler
 * gives a thread that it wakes to another CPU that is idle. They get all their CPUs back when the traps come from another
 * thread, and at the end; threads born meanwhile get them at once.
 */
final class TracerCpu {
    /** Traps of one thread in a row before it is followed, and before it is looked at again where it could not be. */
    private static final int ENOUGH = 16;

    /** A cpu_set_t. */
    private static final int MASK_SIZE = 128;

    private static final int STAT_SIZE = 1024;
    /** Number of the field "processor" in /proc/pid/stat (proc(5)), counted behind the thread's name. */
    private static final int FIELDS_BEFORE_CPU = 36;

    private final Scratch original = new Scratch(MASK_SIZE);
    private final Scratch mask = new Scratch(MASK_SIZE);
    private final Scratch now = new Scratch(MASK_SIZE);
    private final Scratch stat = new Scratch(STAT_SIZE);
    /** The CPUs that the followed thread may use by itself. */
    private final Scratch theirs = new Scratch(MASK_SIZE);

    private boolean enabled;
    private int followed;
    private boolean bound;
    private int traps;

    TracerCpu() {
        enabled = SystemCalls.sched_getaffinity(0, MASK_SIZE, original.address) == 0 && allowed() > 1;
    }

    private int allowed() {
        int count = 0;
        for (int i = 0; i < MASK_SIZE; i += 8) {
            count += Long.bitCount(original.bytes.getLong(i));
        }
        return count;
    }

    void enable(boolean on) {
        release();
        enabled = on && allowed() > 1;
    }

    void trapped(LiveThread thread) {
        if (!enabled) {
            return;
        }
        if (thread.id() != followed) {
            release();
            followed = thread.id();
        } else if (!bound && ++traps % ENOUGH == 0) {
            bind(thread);
        }
    }

    /** A new thread or process, which has its parent's CPUs. */
    void born(int parent, int child) {
        if (bound && parent == followed) {
            SystemCalls.sched_setaffinity(child, MASK_SIZE, theirs.address);
        }
    }

    /** A thread goes on under another id, that of the first one, after its execve(2). */
    void renamed(int former, int tid) {
        if (former == followed) {
            followed = tid;
        }
    }

    /** Gives both threads their CPUs back; the target's only if it has not chosen others itself. */
    void release() {
        if (bound) {
            SystemCalls.sched_setaffinity(0, MASK_SIZE, original.address);
            if (SystemCalls.sched_getaffinity(followed, MASK_SIZE, now.address) == 0 && now.bytes.equals(mask.bytes)) {
                SystemCalls.sched_setaffinity(followed, MASK_SIZE, theirs.address);
            }
        }
        bound = false;
        followed = 0;
        traps = 0;
    }

    private void bind(LiveThread thread) {
        int cpu = cpuOf(thread);
        if (cpu < 0
                || (original.bytes.get(cpu >> 3) >> (cpu & 7) & 1) == 0
                || SystemCalls.sched_getaffinity(followed, MASK_SIZE, theirs.address) != 0) {
            return;
        }
        for (int i = 0; i < MASK_SIZE; i++) {
            mask.bytes.put(i, (byte) (i == cpu >> 3 ? 1 << (cpu & 7) : 0));
        }
        bound = SystemCalls.sched_setaffinity(0, MASK_SIZE, mask.address) == 0;
        if (bound) {
            SystemCalls.sched_setaffinity(followed, MASK_SIZE, mask.address);
        }
    }

    /** The CPU on which the thread ran last; -1 where that can't be told. */
    private int cpuOf(LiveThread thread) {
        int file = SystemCalls.open(
                "/proc/" + thread.processId() + "/task/" + thread.id() + "/stat",
                SystemCalls.O_RDONLY | SystemCalls.O_CLOEXEC,
                0);
        if (file < 0) {
            return -1;
        }
        int length = (int) SystemCalls.pread(file, stat.address, STAT_SIZE, 0);
        SystemCalls.close(file);
        int at = length - 1;
        while (at > 0 && stat.bytes.get(at) != ')') {
            at--;
        }
        for (int field = 0; field <= FIELDS_BEFORE_CPU && at < length; at++) {
            if (stat.bytes.get(at) == ' ') {
                field++;
            }
        }
        int number = -1;
        for (; at > 0 && at < length && Character.isDigit(stat.bytes.get(at)); at++) {
            number = Math.max(number, 0) * 10 + stat.bytes.get(at) - '0';
        }
        return number < MASK_SIZE * 8 ? number : -1;
    }
}
