package gjdbg.target.core;

/** Hears how far the writing of a core is. What it throws ends the writing. */
@FunctionalInterface
public interface DumpProgress {
    /** In bytes of memory; those that are not written as they are zero count too. */
    void reached(long done, long total);
}
