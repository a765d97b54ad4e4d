package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.goruntime.Goroutine;
import gjdbg.symbol.Position;
import gjdbg.unwind.Frame;
import gjdbg.value.Variables;
import java.util.Optional;

/** A frame of a stack: {@code Frame}. It holds until the target runs on. */
final class FrameObject extends Bound<FrameObject> {
    private static final Shape<FrameObject> SHAPE = new Shape<FrameObject>("frame")
            .property("pc", self -> self.binding.js().unsigned(self.frame().pc().value()))
            .property(
                    "cfa", self -> self.binding.js().unsigned(self.frame().cfa().value()))
            .property("function", self -> self.frame().position().function())
            .property("file", self -> self.frame().position().file())
            .property("line", self -> self.frame().position().line())
            .property("inlined", self -> self.frame().position().inlined())
            .property("args", FrameObject::arguments)
            .property("locals", FrameObject::locals)
            .property(
                    "registers",
                    self -> new RegistersObject(self.binding, self.frame().registers()))
            .property(
                    "caller",
                    self -> self.frame()
                            .caller()
                            .map(outer -> (Object) new FrameObject(self.binding, outer, self.goroutine))
                            .orElse(null))
            .property("goroutine", FrameObject::goroutine)
            .property("thread", FrameObject::thread)
            .property("deferred", FrameObject::deferred)
            .method("value", (self, arguments) -> self.value(Arguments.text(arguments, 0, "a variable's name")))
            .method(
                    "eval",
                    (self, arguments) -> self.binding
                            .values()
                            .of(self.variables().evaluate(Arguments.text(arguments, 0, "an expression"))))
            .action("set", (self, arguments) -> {
                HandleObject.set(
                        self.variables().assignable(Arguments.text(arguments, 0, "an expression")),
                        Arguments.orNull(arguments, 1, "the new value"));
            });

    private final Frame frame;
    private final Optional<GoroutineObject> goroutine;
    private final long made;
    private Variables variables;
    private VariablesObject arguments;
    private VariablesObject locals;

    FrameObject(Binding binding, Frame frame) {
        this(binding, frame, Optional.empty());
    }

    /** @param goroutine through which the frame was found, which need not be on a thread */
    FrameObject(Binding binding, Frame frame, Optional<GoroutineObject> goroutine) {
        super(SHAPE, binding);
        this.frame = frame;
        this.goroutine = goroutine;
        made = binding.moment();
    }

    // Loops write frame.locals[name] again and again.
    private Object arguments() {
        if (arguments == null) {
            arguments = new VariablesObject(binding, this, true);
        }
        return arguments;
    }

    private Object locals() {
        if (locals == null) {
            locals = new VariablesObject(binding, this, false);
        }
        return locals;
    }

    private Object goroutine() {
        binding.requireMoment(made);
        return goroutine.isPresent() ? goroutine.get() : GoroutineObject.of(binding, frame.thread());
    }

    private Object thread() {
        binding.requireMoment(made);
        return goroutine.isPresent() ? goroutine.get().threadObject() : new ThreadObject(binding, frame.thread());
    }

    private Object deferred() {
        Goroutine of = goroutine
                .map(GoroutineObject::goroutine)
                .or(() -> binding.session().goRuntime().flatMap(runtime -> runtime.goroutineOf(frame().thread())))
                .orElseThrow(() -> new Unavailable("frame.deferred", "the frame is of no goroutine"));
        return binding.js()
                .list(variables().deferred(of.descriptor()).stream()
                        .map(binding.values()::of)
                        .toList());
    }

    private Frame frame() {
        binding.requireMoment(made);
        return frame;
    }

    Variables variables() {
        binding.requireMoment(made);
        if (variables == null) {
            variables = binding.session().variables(frame);
        }
        return variables;
    }

    /** Of a variable, such ones too that no expression can name, or of what an expression stands for. */
    private Object value(String expression) {
        return new HandleObject(
                binding,
                variables().find(expression).orElseGet(() -> variables().evaluate(expression)));
    }

    @Override
    public String toString() {
        return text(frame);
    }

    /** As in {@code main.work at /src/main.go:42}. */
    static String text(Frame frame) {
        Position position = frame.position();
        String function = position.function().isEmpty() ? "pc " + frame.pc() : position.function();
        if (position.line() == 0) {
            return function;
        }
        return function + " at " + position.file() + ":" + position.line() + (position.inlined() ? " (inlined)" : "");
    }
}
