package gjdbg.session;

import gjdbg.unwind.Frame;
import java.util.Objects;

/** A plain breakpoint: stops wherever its condition holds. */
record ConditionTrigger(Condition condition) implements Trigger {
    ConditionTrigger {
        Objects.requireNonNull(condition);
    }

    @Override
    public Outcome reached(Frame frame) {
        return condition.holds(frame) ? Outcome.STOP : Outcome.NOT_MEANT;
    }

    @Override
    public StopReason reason() {
        return StopReason.BREAKPOINT;
    }

    @Override
    public String mechanism() {
        return condition.mechanism();
    }

    @Override
    public void removed() {
        // nothing of its own stands in the target
    }
}
