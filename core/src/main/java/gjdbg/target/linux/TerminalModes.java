package gjdbg.target.linux;

/** The modes of the terminal that is stdin (termios(3)), to be given back exactly as they were. */
public final class TerminalModes {
    private static final long IOCTL = 16;
    private static final long SETSID = 112;
    private static final long TCGETS = 0x5401;
    private static final long TCSETSW = 0x5403;
    /** Enough for the kernel's struct termios. */
    private static final int SIZE = 64;

    private final Scratch modes = new Scratch(SIZE);
    private final boolean known;

    private TerminalModes() {
        known = SystemCalls.syscall(IOCTL, 0, TCGETS, modes.address, 0, 0) == 0;
    }

    /** Where stdin is no terminal there is nothing to restore. */
    public static TerminalModes now() {
        return new TerminalModes();
    }

    /**
     * Puts this process into a session of its own (setsid(2)): a terminal's Ctrl-C reaches neither it nor what it starts. One
     * that leads a group of processes stays where it is.
     */
    public static void leave() {
        SystemCalls.syscall(SETSID, 0, 0, 0, 0, 0);
    }

    /** After what was written has gone out. */
    public void restore() {
        if (known) {
            SystemCalls.syscall(IOCTL, 0, TCSETSW, modes.address, 0, 0);
        }
    }
}
