package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.goruntime.Goroutine;
import gjdbg.session.SessionState;
import gjdbg.session.StepKind;
import gjdbg.session.Stop;
import gjdbg.target.TargetThread;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A goroutine that a thread runs: {@code Goroutine}. It is looked for anew when the target has run. */
final class GoroutineObject extends Bound<GoroutineObject> {
    private static final Shape<GoroutineObject> SHAPE = new Shape<GoroutineObject>("goroutine")
            .property("id", self -> self.binding.js().integer(self.goroutine.id(), true))
            .property("thread", self -> new ThreadObject(self.binding, self.thread()))
            .property("stack", GoroutineObject::stack)
            .property(
                    "frame",
                    self -> new FrameObject(
                            self.binding, self.binding.innermost(self.thread()).orElseThrow()))
            .property("status", self -> later("status"))
            .property("waitReason", self -> later("waitReason"))
            .property("waitingSince", self -> later("waitingSince"))
            .property("waitingOn", self -> later("waitingOn"))
            .property("parentId", self -> later("parentId"))
            .property("createdBy", self -> later("createdBy"))
            .property("entry", self -> later("entry"))
            .property("labels", self -> later("labels"))
            .property("system", self -> later("system"))
            .method("frames", (self, arguments) -> ThreadObject.frames(self.binding, self.thread()))
            .method("step", (self, arguments) -> self.step(StepKind.STEP))
            .method("next", (self, arguments) -> self.step(StepKind.NEXT))
            .method("stepOut", (self, arguments) -> self.step(StepKind.OUT));

    private Goroutine goroutine;
    private TargetThread thread;
    private long seen;

    private GoroutineObject(Binding binding, Goroutine goroutine, TargetThread thread) {
        super(SHAPE, binding);
        this.goroutine = goroutine;
        this.thread = thread;
        seen = binding.moment();
    }

    /** Null for a thread that runs none. */
    static Object of(Binding binding, TargetThread thread) {
        return binding.session()
                .goRuntime()
                .flatMap(runtime -> runtime.goroutineOf(thread))
                .map(goroutine -> new GoroutineObject(binding, goroutine, thread))
                .orElse(null);
    }

    /** The thread that runs it now, which need not be the one that did. */
    private TargetThread thread() {
        if (seen != binding.moment()) {
            find();
            seen = binding.moment();
        }
        return thread;
    }

    private void find() {
        if (binding.session().state() != SessionState.STOPPED) {
            // what is asked of the thread tells why
            return;
        }
        for (TargetThread each : binding.session().target().threads()) {
            Optional<Goroutine> now = binding.session().goRuntime().flatMap(runtime -> runtime.goroutineOf(each));
            if (now.isPresent() && now.get().id() == goroutine.id()) {
                goroutine = now.get();
                thread = each;
                return;
            }
        }
        throw new Unavailable(
                "goroutine " + Long.toUnsignedString(goroutine.id()),
                "no thread runs it now, and this version of gjdbg shows those only that run");
    }

    private static Object later(String member) {
        throw new Unavailable("goroutine." + member, "not in this version of gjdbg");
    }

    private Object stack() {
        thread();
        Map<String, Object> stack = new LinkedHashMap<>();
        stack.put("low", binding.js().unsigned(goroutine.stackLow().value()));
        stack.put("high", binding.js().unsigned(goroutine.stackHigh().value()));
        stack.put("size", (double)
                (goroutine.stackHigh().value() - goroutine.stackLow().value()));
        return binding.js().record(stack);
    }

    private Object step(StepKind kind) {
        TargetThread runs = thread();
        Stop[] stop = new Stop[1];
        binding.run(() -> stop[0] = binding.session().step(runs, kind));
        return new StopObject(binding, stop[0]);
    }

    @Override
    public String toString() {
        return "goroutine " + Long.toUnsignedString(goroutine.id()) + " on thread " + thread.id();
    }
}
