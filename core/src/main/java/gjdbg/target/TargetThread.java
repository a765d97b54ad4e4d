package gjdbg.target;

/** One thread of a target, readable while it is stopped. */
public interface TargetThread {
    /** The kernel's thread id (gettid(2)). */
    int id();

    /** As in /proc/pid/task/tid/comm. */
    String name();

    Registers registers();
}
