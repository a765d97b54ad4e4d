package gjdbg.target;

/**
 * A thread as it was at one moment that is over.
 *
 * @param name "" where that is not known: of cores only gjdbg's own have the names of all threads
 */
public record SavedThread(int id, String name, Registers registers) implements TargetThread {
    @Override
    public String toString() {
        return "thread " + id;
    }
}
