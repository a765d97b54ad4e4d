package gjdbg.target.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A siginfo_t as the kernel gave it (sigaction(2)): 128 bytes.
 *
 * @param bytes all of them, to hand back unchanged
 */
public record SignalInfo(byte[] bytes) {
    static final int SIZE = 128;

    /** si_code of INT3 and of signals that the kernel itself sent. */
    static final int SI_KERNEL = 0x80;

    static final int SI_TKILL = -6;
    static final int TRAP_BRKPT = 1;
    static final int TRAP_TRACE = 2;
    static final int TRAP_HWBKPT = 4;

    static final int CODE_OFFSET = 8;

    private static final int SIGILL = 4;
    private static final int SIGBUS = 7;
    private static final int SIGFPE = 8;
    private static final int SIGSEGV = 11;

    public SignalInfo {
        if (Objects.requireNonNull(bytes).length != SIZE) {
            throw new IllegalArgumentException("a siginfo_t has " + SIZE + " bytes, not " + bytes.length);
        }
    }

    /** si_signo. */
    public int signal() {
        return at(0);
    }

    /** si_code: above 0 from the kernel, at most 0 from a process. */
    public int code() {
        return at(CODE_OFFSET);
    }

    /** Whether the kernel itself sent it, as a terminal's interrupt key makes it do. */
    public boolean isKernels() {
        return code() == SI_KERNEL;
    }

    /** si_pid: the sender, of a signal that a process sent. */
    public int sender() {
        return at(16);
    }

    /** si_addr: where a fault was, of SIGSEGV, SIGBUS, SIGILL, SIGFPE and SIGTRAP from the kernel. */
    public long address() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getLong(16);
    }

    /** Whether it tells of what the instruction at the PC did, not of what some process sent. */
    public boolean isFault() {
        boolean kind =
                switch (signal()) {
                    case SIGSEGV, SIGBUS, SIGFPE, SIGILL -> true;
                    default -> false;
                };
        // SI_KERNEL is what a non-canonical address gives
        return kind && code() > 0 && code() <= SI_KERNEL;
    }

    private int at(int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(offset);
    }
}
