package gjdbg.session;

import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import java.util.List;

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

    /** At the RET that ends the call. Results in the order of the declaration. */
    Verdict returned(Invocation call, Frame frame, List<Value> results);
}
