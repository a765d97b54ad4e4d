package gjdbg.session;

import gjdbg.unwind.Frame;
import java.util.Objects;

/** A hook: calls its handler at the entry and, through return probes, at the end of each call. */
final class HookTrigger implements Trigger {
    private final HookHandler handler;
    private final ReturnProbes probes;

    HookTrigger(HookHandler handler, ReturnProbes probes) {
        this.handler = Objects.requireNonNull(handler);
        this.probes = Objects.requireNonNull(probes);
    }

    @Override
    public Outcome reached(Frame frame) {
        if (!handler.accepts(frame)) {
            return Outcome.NOT_MEANT;
        }
        Invocation call = new Invocation();
        Verdict verdict = handler.entered(call, frame);
        if (handler.wantsReturn()) {
            probes.expect(frame, call);
        }
        return verdict == Verdict.STOP ? Outcome.STOP : Outcome.GO_ON;
    }

    @Override
    public StopReason reason() {
        return StopReason.HOOK;
    }

    @Override
    public String mechanism() {
        return "script (a hook)";
    }

    @Override
    public void removed() {
        probes.remove();
    }
}
