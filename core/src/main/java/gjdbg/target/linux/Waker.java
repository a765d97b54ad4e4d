package gjdbg.target.linux;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Lets any thread end the tracer's blocking waitpid(2): a signal whose handler does nothing, without SA_RESTART, so that
 * the call returns EINTR. The signal may come just before the call blocks and be lost, so it is sent again until the
 * tracer has answered.
 */
final class Waker {
    /** A real-time signal that neither the JVM (it takes SIGRTMAX-2) nor the C library (it takes 32 and 33) uses. */
    private static final int SIGNAL = 40;

    private static final int SIG_UNBLOCK = 1;
    private static final int SIGSET_SIZE = 128;
    /** struct sigaction of the C library: handler, mask, flags, restorer. */
    private static final int SIGACTION_SIZE = 8 + SIGSET_SIZE + 16;

    private static final int PATIENCE_MILLIS = 2;

    private final int process = (int) ProcessHandle.current().pid();
    private final int tracer = SystemCalls.gettid();
    private volatile boolean requested;
    private volatile boolean waiting;

    /** To be made by the tracer's thread. */
    Waker() {
        Scratch action = new Scratch(SIGACTION_SIZE);
        Pointer harmless = NativeLibrary.getProcess().getFunction("abs");
        action.bytes.putLong(0, Pointer.nativeValue(harmless));
        if (SystemCalls.sigaction(SIGNAL, action.address, 0) != 0) {
            throw SystemCalls.failed("sigaction", SystemCalls.errno(), "");
        }
        Scratch set = new Scratch(SIGSET_SIZE);
        set.bytes.putLong(0, 1L << SIGNAL - 1);
        SystemCalls.pthread_sigmask(SIG_UNBLOCK, set.address, 0);
    }

    /** The tracer is about to wait; false when it need not, for it was woken. */
    boolean enter() {
        waiting = true;
        if (requested) {
            waiting = false;
            requested = false;
            return false;
        }
        return true;
    }

    void leave() {
        waiting = false;
    }

    /** From any thread: the wait under way ends, or else the next one does. Returns when that is certain. */
    void wake() {
        requested = true;
        while (waiting && requested) {
            SystemCalls.tgkill(process, tracer, SIGNAL);
            try {
                Thread.sleep(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    int tracer() {
        return tracer;
    }
}
