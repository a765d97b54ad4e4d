package gjdbg.session;

/** Facts on signals (signal(7), sigaction(2)). */
final class Signals {
    private static final int SIGILL = 4;
    private static final int SIGBUS = 7;
    private static final int SIGFPE = 8;
    private static final int SIGSEGV = 11;
    private static final int SI_KERNEL = 0x80;

    private Signals() {}

    /** Whether the signal tells of what the instruction at the PC did, not of what some process sent. */
    static boolean isFault(int signal, int code) {
        boolean kind = signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL;
        // SI_KERNEL is what a non-canonical address gives
        return kind && code > 0 && code <= SI_KERNEL;
    }
}
