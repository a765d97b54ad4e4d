package gjdbg.script.bind;

import gjdbg.session.StepKind;
import gjdbg.session.Stop;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.List;

/** A thread of the target: {@code Thread}. */
final class ThreadObject extends Bound<ThreadObject> {
    private static final Shape<ThreadObject> SHAPE = new Shape<ThreadObject>("thread")
            .property("id", self -> self.thread.id())
            .property("name", self -> self.thread.name())
            .property("registers", self -> new RegistersObject(self.binding, self.thread.registers()))
            .property(
                    "frame",
                    self -> new FrameObject(
                            self.binding, self.binding.innermost(self.thread).orElseThrow()))
            .property("goroutine", self -> GoroutineObject.of(self.binding, self.thread))
            .method("frames", (self, arguments) -> frames(self.binding, self.thread))
            .method(
                    "trace",
                    (self, arguments) ->
                            StackText.asked(arguments).of(self.binding.session().frames(self.thread), self.binding))
            .method("step", (self, arguments) -> self.step(StepKind.STEP))
            .method("next", (self, arguments) -> self.step(StepKind.NEXT))
            .method("stepOut", (self, arguments) -> self.step(StepKind.OUT))
            .method("stepInstruction", (self, arguments) -> self.stepInstruction());

    private final TargetThread thread;

    ThreadObject(Binding binding, TargetThread thread) {
        super(SHAPE, binding);
        this.thread = thread;
    }

    /** All frames of what the thread runs, as an array. */
    static Object frames(Binding binding, TargetThread thread) {
        List<Object> frames = new ArrayList<>();
        for (Frame frame : binding.session().frames(thread)) {
            frames.add(new FrameObject(binding, frame));
        }
        return binding.js().list(frames);
    }

    private Object step(StepKind kind) {
        Stop[] stop = new Stop[1];
        binding.run(() -> stop[0] = binding.session().step(thread, kind));
        return new StopObject(binding, stop[0]);
    }

    private Object stepInstruction() {
        Stop[] stop = new Stop[1];
        binding.run(() -> stop[0] = binding.session().stepInstruction(thread));
        return new StopObject(binding, stop[0]);
    }

    @Override
    public String toString() {
        return "thread " + thread.id() + " (" + thread.name() + ")";
    }
}
