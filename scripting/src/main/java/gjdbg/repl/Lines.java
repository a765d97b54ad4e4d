package gjdbg.repl;

import java.util.Optional;

/** Where lines come from. */
interface Lines extends AutoCloseable {
    /** The next line, several where they belong together; empty at the end. */
    Optional<String> next();

    /** Whether people type them. */
    boolean interactive();

    /** Before the target may run, and after it has: it may change the terminal's modes. */
    void running(boolean runs);

    /** Of the terminal; 0 where there is none. */
    int width();

    @Override
    void close();
}
