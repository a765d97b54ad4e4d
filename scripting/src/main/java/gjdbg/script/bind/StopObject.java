package gjdbg.script.bind;

import gjdbg.session.Stop;
import gjdbg.target.linux.Signals;

/** How a resumption ended: {@code Stop}. */
public final class StopObject extends Bound<StopObject> {
    private static final Shape<StopObject> SHAPE = new Shape<StopObject>("stop")
            .property("reason", self -> self.stop.reason().toString())
            .property(
                    "breakpoint",
                    self -> self.stop.breakpoint().map(self.binding::breakpoint).orElse(null))
            .property(
                    "thread",
                    self -> self.stop
                            .thread()
                            .map(each -> (Object) new ThreadObject(self.binding, each))
                            .orElse(null))
            .property("goroutine", StopObject::goroutine)
            .property("frame", StopObject::frame)
            .property("signal", self -> self.stop.signal().isPresent() ? self.signal() : null)
            .property(
                    "exitCode",
                    self -> self.stop.exitCode().isPresent()
                            ? self.stop.exitCode().getAsInt()
                            : null);

    private final Stop stop;
    private final long made;
    private FrameObject frame;
    private Object goroutine;

    StopObject(Binding binding, Stop stop) {
        super(SHAPE, binding);
        this.stop = stop;
        made = binding.moment();
    }

    private Object frame() {
        if (frame == null && stop.thread().isPresent()) {
            binding.requireMoment(made);
            frame = new FrameObject(
                    binding, binding.innermost(stop.thread().get()).orElseThrow());
        }
        return frame;
    }

    private Object goroutine() {
        if (goroutine == null && stop.thread().isPresent()) {
            binding.requireMoment(made);
            goroutine = GoroutineObject.of(binding, stop.thread().get());
        }
        return goroutine;
    }

    private String signal() {
        return Signals.name(stop.signal().orElseThrow());
    }

    @Override
    public String toString() {
        return switch (stop.reason()) {
            case EXIT -> "exit with status " + stop.exitCode().orElse(0);
            case KILLED -> "killed by " + signal();
            case SIGNAL -> "signal " + signal() + place();
            case BREAKPOINT, HOOK ->
                stop.reason() + " "
                        + stop.breakpoint().map(each -> each.id() + " ").orElse("") + place().strip();
            case ENTRY, WATCHPOINT, STEP, PANIC, INTERRUPT, FORK, EXEC, SYSCALL -> stop.reason() + place();
        };
    }

    private String place() {
        // of a stop that is past, only what was looked at while it lasted is known
        boolean known = frame != null || made == binding.moment();
        return known && stop.thread().isPresent() ? " at " + frame() : "";
    }
}
