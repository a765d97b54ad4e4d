package gjdbg.session;

import gjdbg.goruntime.GoRuntime;
import gjdbg.unwind.Frame;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A temporary site that ends a step when the frame there is one that the step is about. */
record StepEnd(Predicate<FrameKey> counts, Supplier<Optional<GoRuntime>> runtime) implements SiteUser {
    @Override
    public Optional<Stop> reached(Frame frame) {
        return counts.test(FrameKey.of(frame, runtime.get()))
                ? Optional.of(Stop.of(StopReason.STEP, frame.thread()))
                : Optional.empty();
    }
}
