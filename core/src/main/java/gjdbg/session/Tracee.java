package gjdbg.session;

import gjdbg.target.linux.LiveThread;

/** What the session keeps of one thread from one stop to the next. */
final class Tracee {
    private final LiveThread thread;
    private long passing;
    private boolean leavingSlot;

    Tracee(LiveThread thread) {
        this.thread = thread;
    }

    LiveThread thread() {
        return thread;
    }

    /**
     * The address of a site that the thread stands at and that has been dealt with: it goes on past it, and is not hit
     * there again. 0 for none.
     */
    long passing() {
        return passing;
    }

    void passing(long address) {
        passing = address;
    }

    /** Whether it does a single step out of a slot, so that a signal that came there is delivered outside of it. */
    boolean leavingSlot() {
        return leavingSlot;
    }

    void leavingSlot(boolean now) {
        leavingSlot = now;
    }
}
