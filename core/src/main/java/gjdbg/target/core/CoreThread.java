package gjdbg.target.core;

import gjdbg.target.Registers;
import gjdbg.target.TargetThread;

/**
 * A thread as it was when the core was written.
 *
 * @param name "" where the core does not tell: only gjdbg's own have the names of all threads
 */
record CoreThread(int id, String name, Registers registers) implements TargetThread {
    @Override
    public String toString() {
        return "thread " + id;
    }
}
