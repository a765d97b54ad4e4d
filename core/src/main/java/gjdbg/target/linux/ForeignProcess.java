package gjdbg.target.linux;

import gjdbg.target.Memory;
import java.util.Objects;

/**
 * A child that the target forked, traced until it is let go of ({@link LiveProcess#detachChild}). Its events come with
 * threads whose {@link LiveThread#foreign} names it.
 */
public final class ForeignProcess {
    private final int pid;
    private final boolean sharesMemory;
    private final LiveMemory memory;

    ForeignProcess(int pid, boolean sharesMemory, LiveMemory memory) {
        this.pid = pid;
        this.sharesMemory = sharesMemory;
        this.memory = Objects.requireNonNull(memory);
    }

    public int pid() {
        return pid;
    }

    /** Whether its memory is the target's own until it executes a program or ends, as after vfork(2) and CLONE_VM. */
    public boolean sharesMemory() {
        return sharesMemory;
    }

    /** The memory of the child itself: a copy of the target's, inserted breakpoints included, unless it is shared. */
    public Memory memory() {
        return memory;
    }

    void close() {
        memory.close();
    }

    @Override
    public String toString() {
        return "child process " + pid;
    }
}
