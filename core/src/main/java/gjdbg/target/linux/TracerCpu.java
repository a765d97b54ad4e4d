package gjdbg.target.linux;

/**
 * Moves the tracer's thread to the CPU of the one thread that traps again and again: with both on one CPU, a stop is a
 * switch between two threads and not two wake-ups of idle CPUs. The tracer gets all its CPUs back when the traps come from
 * another thread, or no more.
 */
final class TracerCpu {
    /** Traps of one thread in a row before it is followed. */
    private static final int FIRST_LOOK = 8;

    /** Traps between two looks at most; a look costs about as much as two stops. */
    private static final int LONGEST_INTERVAL = 1024;

    /** A cpu_set_t. */
    private static final int MASK_SIZE = 128;

    private static final int STAT_SIZE = 1024;
    /** Number of the field "processor" in /proc/pid/stat (proc(5)), counted behind the thread's name. */
    private static final int FIELDS_BEFORE_CPU = 36;

    private final Scratch original = new Scratch(MASK_SIZE);
    private final Scratch mask = new Scratch(MASK_SIZE);
    private final Scratch stat = new Scratch(STAT_SIZE);
    private boolean enabled;
    private int followed;
    private int file = -1;
    private int cpu = -1;
    private int traps;
    private int nextLook;
    private int interval;

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
            return;
        }
        if (++traps >= nextLook) {
            look(thread);
        }
    }

    /** Gives the tracer its CPUs back. */
    void release() {
        if (cpu >= 0) {
            SystemCalls.sched_setaffinity(0, MASK_SIZE, original.address);
        }
        if (file >= 0) {
            SystemCalls.close(file);
        }
        file = -1;
        cpu = -1;
        followed = 0;
        traps = 0;
        nextLook = FIRST_LOOK;
        interval = FIRST_LOOK;
    }

    private void look(LiveThread thread) {
        int now = cpuOf(thread);
        interval = now == cpu ? Math.min(2 * interval, LONGEST_INTERVAL) : FIRST_LOOK;
        nextLook = traps + interval;
        if (now == cpu || now < 0 || (original.bytes.get(now >> 3) >> (now & 7) & 1) == 0) {
            return;
        }
        mask.bytes.put(cpu < 0 ? 0 : cpu >> 3, (byte) 0);
        mask.bytes.put(now >> 3, (byte) (1 << (now & 7)));
        if (SystemCalls.sched_setaffinity(0, MASK_SIZE, mask.address) == 0) {
            cpu = now;
        }
    }

    /** The CPU on which the thread ran last; -1 where that can't be told. */
    private int cpuOf(LiveThread thread) {
        if (file < 0) {
            file = SystemCalls.open(
                    "/proc/" + thread.processId() + "/task/" + thread.id() + "/stat",
                    SystemCalls.O_RDONLY | SystemCalls.O_CLOEXEC,
                    0);
        }
        int length = file < 0 ? 0 : (int) SystemCalls.pread(file, stat.address, STAT_SIZE, 0);
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
