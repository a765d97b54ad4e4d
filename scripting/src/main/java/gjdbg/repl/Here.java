package gjdbg.repl;

/** What words ask about where the target stands. */
interface Here {
    /** Whether a goroutine is chosen, so that steps are its own. */
    boolean inGoroutine();
}
