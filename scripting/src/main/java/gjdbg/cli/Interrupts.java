package gjdbg.cli;

import gjdbg.session.SessionEnding;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Ctrl-C, SIGTERM and SIGHUP: they end the session wherever it is, and the thread that owns ptrace puts things in order.
 */
final class Interrupts {
    private static final int BASE = 128;

    private final AtomicInteger signal = new AtomicInteger();
    private Runnable endSession = () -> {};
    private Runnable cancelScript = () -> {};

    void watch() {
        watch("INT", "TERM", "HUP");
    }

    void watch(String... names) {
        for (String name : names) {
            Signal.handle(new Signal(name), caught -> arrived(caught.getNumber()));
        }
    }

    private void arrived(int number) {
        if (!signal.compareAndSet(0, number)) {
            return;
        }
        Runnable end;
        Runnable cancel;
        synchronized (this) {
            end = endSession;
            cancel = cancelScript;
        }
        end.run();
        cancel.run();
    }

    /** From now on, what makes the session end; at once if a signal came before. */
    synchronized void ends(Runnable action) {
        endSession = action;
        if (pending()) {
            action.run();
        }
    }

    synchronized void cancels(Runnable action) {
        cancelScript = action;
    }

    boolean pending() {
        return signal.get() != 0;
    }

    /** @throws SessionEnding when a signal has come */
    void check() {
        if (pending()) {
            throw new SessionEnding();
        }
    }

    int status() {
        return BASE + signal.get();
    }
}
