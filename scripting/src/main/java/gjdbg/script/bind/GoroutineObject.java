package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.Goroutine;
import gjdbg.goruntime.GoroutineState;
import gjdbg.session.SessionState;
import gjdbg.session.StepKind;
import gjdbg.session.Stop;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A goroutine: {@code Goroutine}. It is looked at anew when the target has run. */
final class GoroutineObject extends Bound<GoroutineObject> {
    /** Frames that cross into JavaScript as arguments of one call, which is quicker. */
    private static final int MOST_AT_ONCE = 512;

    private static final double NANOSECONDS = 1e6;

    private static final Shape<GoroutineObject> SHAPE = new Shape<GoroutineObject>("goroutine")
            .property("id", self -> self.binding.js().integer(self.goroutine.id(), true))
            .property("status", self -> self.state().status().toString())
            .property("waitReason", self -> self.state().waitReason().orElse(null))
            .property("waitingSince", self -> self.waitingSince())
            .property("thread", GoroutineObject::threadObject)
            .property("locked", self -> self.state().isLocked())
            .property("parentId", self -> self.integer(self.state().parentId()))
            .property("createdBy", self -> self.binding.place(self.state().createdBy()))
            .property("entry", self -> self.binding.place(self.state().entry()))
            .property("labels", GoroutineObject::labels)
            .property("system", self -> self.state().isSystem())
            .property("stack", GoroutineObject::stack)
            .property("frame", GoroutineObject::frame)
            .property("waitingOn", GoroutineObject::waitingOn)
            .method("frames", (self, arguments) -> self.frames())
            .method("trace", (self, arguments) -> StackText.asked(arguments).of(self.walk(), self.binding))
            .method("step", (self, arguments) -> self.step(StepKind.STEP))
            .method("next", (self, arguments) -> self.step(StepKind.NEXT))
            .method("stepOut", (self, arguments) -> self.step(StepKind.OUT));

    private Goroutine goroutine;
    private Optional<TargetThread> thread;
    private Optional<GoroutineState> state;
    private long seen;

    private GoroutineObject(
            Binding binding, Goroutine goroutine, Optional<TargetThread> thread, Optional<GoroutineState> state) {
        super(SHAPE, binding);
        this.goroutine = goroutine;
        this.thread = thread;
        this.state = state;
        seen = binding.moment();
    }

    /** Null for a thread that runs none. */
    static Object of(Binding binding, TargetThread thread) {
        return binding.session()
                .goRuntime()
                .flatMap(runtime -> runtime.goroutineOf(thread))
                .map(goroutine -> new GoroutineObject(binding, goroutine, Optional.of(thread), Optional.empty()))
                .orElse(null);
    }

    static GoroutineObject of(Binding binding, GoroutineState state) {
        return new GoroutineObject(binding, state.goroutine(), state.thread(), Optional.of(state));
    }

    Goroutine goroutine() {
        refresh();
        return goroutine;
    }

    private GoroutineState state() {
        refresh();
        if (state.isEmpty()) {
            state = Optional.of(runtime().state(goroutine));
        }
        return state.get();
    }

    private GoRuntime runtime() {
        return binding.session()
                .goRuntime()
                .orElseThrow(() -> new Unavailable("goroutines", "the program is not Go's any more"));
    }

    /** The thread that runs it now, which need not be the one that did. */
    private Optional<TargetThread> thread() {
        refresh();
        return thread;
    }

    private void refresh() {
        if (seen != binding.moment()) {
            find();
            seen = binding.moment();
        }
    }

    private void find() {
        SessionState now = binding.session().state();
        if (now != SessionState.STOPPED && now != SessionState.CORE) {
            // what is asked of the thread tells why
            return;
        }
        state = Optional.empty();
        for (TargetThread each : binding.session().target().threads()) {
            Optional<Goroutine> running = runtime().goroutineOf(each);
            if (running.isPresent() && running.get().id() == goroutine.id()) {
                goroutine = running.get();
                thread = Optional.of(each);
                return;
            }
        }
        GoroutineState parked = runtime().state(goroutine);
        if (parked.id() != goroutine.id() || !parked.isAlive()) {
            // the runtime uses descriptors again
            throw new Unavailable("goroutine " + Long.toUnsignedString(goroutine.id()), "it has ended");
        }
        goroutine = parked.goroutine();
        thread = parked.thread();
        state = Optional.of(parked);
    }

    /** Null while no thread runs it. */
    Object threadObject() {
        return thread().map(each -> (Object) new ThreadObject(binding, each)).orElse(null);
    }

    private Object labels() {
        return binding.js().record(new LinkedHashMap<String, Object>(state().labels()));
    }

    Object labelsOrNull() {
        return state().labels().isEmpty() ? null : labels();
    }

    private Object waitingSince() {
        OptionalLong waited = state().waited();
        return waited.isPresent() ? (Object) (waited.getAsLong() / NANOSECONDS) : null;
    }

    private Object waitingOn() {
        GoroutineState now = state();
        return binding.blocking()
                .waits()
                .of(now)
                .map(wait -> new WaitObject(binding, now, wait))
                .orElse(null);
    }

    private Object integer(OptionalLong number) {
        return number.isPresent() ? binding.js().integer(number.getAsLong(), true) : null;
    }

    private Iterable<Frame> walk() {
        // a stripped program's running goroutines have stacks too
        Optional<TargetThread> runs = thread();
        return runs.isPresent()
                ? binding.session().frames(runs.get())
                : binding.session().frames(state());
    }

    private Object frame() {
        return new FrameObject(binding, walk().iterator().next(), Optional.of(this));
    }

    private Object frames() {
        List<Object> frames = new ArrayList<>();
        for (Frame frame : walk()) {
            frames.add(new FrameObject(binding, frame, Optional.of(this)));
        }
        return frames.size() > MOST_AT_ONCE
                ? binding.js().list(frames)
                : binding.js().batch(frames);
    }

    private Object stack() {
        refresh();
        Map<String, Object> stack = new LinkedHashMap<>();
        stack.put("low", binding.js().unsigned(goroutine.stackLow().value()));
        stack.put("high", binding.js().unsigned(goroutine.stackHigh().value()));
        stack.put("size", (double)
                (goroutine.stackHigh().value() - goroutine.stackLow().value()));
        stack.put("used", used());
        return binding.js().record(stack);
    }

    private Object used() {
        try {
            return integer(state().stackUsed());
        } catch (Unavailable e) {
            return null;
        }
    }

    private Object step(StepKind kind) {
        TargetThread runs = thread().orElseThrow(
                        () -> new BadRequest("goroutine " + Long.toUnsignedString(goroutine.id())
                                + " can't be stepped while no thread runs it; set a breakpoint where it goes on"));
        Stop[] stop = new Stop[1];
        binding.run(() -> stop[0] = binding.session().step(runs, kind));
        return new StopObject(binding, stop[0]);
    }

    @Override
    public String toString() {
        String name = "goroutine " + Long.toUnsignedString(goroutine.id());
        try {
            Optional<TargetThread> runs = thread();
            return runs.isPresent()
                    ? name + " on thread " + runs.get().id()
                    : name + " (" + state().waitReason().orElse(state().status().toString()) + ")";
        } catch (GjdbgException e) {
            return name;
        }
    }
}
