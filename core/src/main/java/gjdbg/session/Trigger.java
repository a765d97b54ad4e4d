package gjdbg.session;

import gjdbg.unwind.Frame;

/** What a breakpoint does when it is reached. */
interface Trigger {
    enum Outcome {
        /** The condition is false: as if there were no breakpoint, and not a hit. */
        NOT_MEANT,
        GO_ON,
        STOP
    }

    Outcome reached(Frame frame);

    StopReason reason();

    /** For people: how the condition is evaluated, and why so. */
    String mechanism();

    /** Called when the breakpoint is gone. */
    void removed();
}
