package gjdbg.session;

import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a hook calls, on the tracer's thread, with only the thread that hit stopped. An exception from any of these stops
 * the target and comes out of {@link Session#resume}.
 */
public interface HookHandler {
    /** Whether this call is of interest; it costs no return probe when not. */
    boolean accepts(Frame frame);

    Verdict entered(Invocation call, Frame frame);

    /** Whether {@link #returned} is to be called at all. */
    boolean wantsReturn();

    /**
     * At the RET that ends the call.
     *
     * @param results in the order of the declaration; throws {@link gjdbg.error.Unavailable} when they are not recorded
     */
    Verdict returned(Invocation call, Frame frame, Supplier<List<Value>> results);
}
