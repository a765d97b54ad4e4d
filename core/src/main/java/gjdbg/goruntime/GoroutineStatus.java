package gjdbg.goruntime;

/** A goroutine's status (runtime/runtime2.go); the names are those that the runtime prints. */
public enum GoroutineStatus {
    IDLE(0),
    RUNNABLE(1),
    RUNNING(2),
    SYSCALL(3),
    WAITING(4),
    DEAD(6),
    COPYSTACK(8),
    PREEMPTED(9),
    LEAKED(10),
    /** Kept for a thread of C's that may call back; from Go 1.26 on. */
    DEADEXTRA(11),
    /** A number that no release has. */
    UNKNOWN(-1);

    /** Set while the collector looks through the stack. */
    private static final int SCAN = 0x1000;

    private final int number;

    GoroutineStatus(int number) {
        this.number = number;
    }

    static GoroutineStatus of(int number) {
        for (GoroutineStatus status : values()) {
            if (status.number == (number & ~SCAN)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /** Whether the runtime counts it among the goroutines. */
    boolean isAlive() {
        return this != IDLE && this != DEAD && this != DEADEXTRA;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
