package gjdbg.session;

import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.util.Optional;

/**
 * The interrupt key of a terminal that the target shares with gjdbg: the kernel sends SIGINT to both. What came while the
 * target stood waits for it there, and must not hurt it when it is let go.
 */
final class Keyboard {
    private static final int SIGINT = 2;
    /** Of one kind a signal waits once for the process and once for each thread; others may come before it. */
    private static final int MOST_STEPS = 100;

    private final LiveProcess process;
    private final SignalPolicy policy;

    Keyboard(LiveProcess process, SignalPolicy policy) {
        this.process = process;
        this.policy = policy;
    }

    /** Of a target whose threads are stopped, with nothing of gjdbg's in its memory. */
    void dropInterrupts() {
        if (!policy.hasKeyboard()) {
            return;
        }
        process.liveThreads().stream().filter(LiveThread::stopped).forEach(this::hold);
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<LiveThread> next = process.liveThreads().stream()
                    .filter(thread -> thread.stopped()
                            && !thread.inGroupStop()
                            && thread.pendingSignal() == 0
                            && process.isSignalDue(thread, SIGINT))
                    .findFirst();
            if (next.isEmpty() || !take(next.get())) {
                return;
            }
        }
    }

    /** A signal is delivered before the next instruction, so that none is run. False when the process has ended. */
    private boolean take(LiveThread thread) {
        process.singleStep(thread, 0);
        while (!thread.stopped()) {
            if (process.await() instanceof WaitEvent.ProcessEnded) {
                return false;
            }
        }
        hold(thread);
        return true;
    }

    /** Only those that are for the target are held. */
    private void hold(LiveThread thread) {
        if (thread.pendingSignal() != 0) {
            process.holdSignal(thread);
        }
    }
}
