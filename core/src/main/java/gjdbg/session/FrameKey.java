package gjdbg.session;

import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.Goroutine;
import gjdbg.target.Address;
import gjdbg.unwind.Frame;
import java.util.Optional;

/**
 * Names a physical frame so that it is known again from another thread and after its stack has moved.
 *
 * @param owner the goroutine's id; for a thread outside Go its id, negated
 * @param depth bytes from the top of the stack down to the CFA, unsigned; larger is further in
 */
record FrameKey(long owner, long depth) {
    static FrameKey of(Frame frame, Optional<GoRuntime> runtime) {
        Address cfa = frame.cfa();
        if (runtime.isPresent()) {
            Optional<Goroutine> goroutine = runtime.get().goroutineOf(frame.thread());
            if (goroutine.isPresent()) {
                Goroutine running = goroutine.get();
                if (cfa.compareTo(running.stackLow()) >= 0 && cfa.compareTo(running.stackHigh()) <= 0) {
                    return new FrameKey(running.id(), running.stackHigh().value() - cfa.value());
                }
            }
        }
        return new FrameKey(-frame.thread().id(), ~cfa.value());
    }

    boolean isWithin(FrameKey outer) {
        return owner == outer.owner && Long.compareUnsigned(depth, outer.depth) > 0;
    }

    boolean encloses(FrameKey inner) {
        return inner.isWithin(this);
    }
}
