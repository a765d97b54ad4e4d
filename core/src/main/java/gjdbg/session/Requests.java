package gjdbg.session;

import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import java.util.Optional;

/** What other threads of gjdbg ask of the one that owns ptrace. */
final class Requests {
    private final LiveProcess process;
    private volatile boolean interrupt;
    private volatile boolean end;

    Requests(LiveProcess process) {
        this.process = process;
    }

    /** From any thread. */
    void interrupt() {
        interrupt = true;
        process.wake();
    }

    /** From any thread. */
    void end() {
        end = true;
        process.wake();
    }

    boolean isEnding() {
        return end;
    }

    /** @throws SessionEnding when the end was asked for */
    void requireGoingOn() {
        if (end) {
            throw new SessionEnding();
        }
    }

    /**
     * The stop that was asked for, if any.
     *
     * @throws SessionEnding when the end was asked for
     */
    Optional<Stop> check() {
        requireGoingOn();
        if (!interrupt) {
            return Optional.empty();
        }
        interrupt = false;
        Optional<LiveThread> any = process.liveThreads().stream().findFirst();
        return any.map(thread -> Stop.of(StopReason.INTERRUPT, thread));
    }
}
