package gjdbg.script.bind;

import gjdbg.error.NotFound;
import gjdbg.symbol.Position;
import gjdbg.unwind.Frame;
import gjdbg.value.Value;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.ArrayList;
import java.util.List;

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
            .property("args", self -> new VariablesObject(self.binding, self, true))
            .property("locals", self -> new VariablesObject(self.binding, self, false))
            .property(
                    "registers",
                    self -> new RegistersObject(self.binding, self.frame().registers()))
            .property(
                    "caller",
                    self -> self.frame()
                            .caller()
                            .map(outer -> (Object) new FrameObject(self.binding, outer))
                            .orElse(null))
            .property(
                    "goroutine",
                    self -> GoroutineObject.of(self.binding, self.frame().thread()))
            .property(
                    "thread",
                    self -> new ThreadObject(self.binding, self.frame().thread()))
            .property("deferred", self -> {
                throw new gjdbg.error.Unavailable("frame.deferred", "not in this version of gjdbg");
            })
            .method("value", (self, arguments) -> self.value(Arguments.text(arguments, 0, "a variable's name")))
            .method(
                    "eval",
                    (self, arguments) -> self.binding
                            .values()
                            .of(self.variables().evaluate(Arguments.text(arguments, 0, "an expression"))))
            .method("set", (self, arguments) -> {
                HandleObject.set(
                        self.variables().assignable(Arguments.text(arguments, 0, "an expression")),
                        Arguments.orNull(arguments, 1, "the new value"));
                return null;
            });

    private final Frame frame;
    private final long made;
    private Variables variables;

    FrameObject(Binding binding, Frame frame) {
        super(SHAPE, binding);
        this.frame = frame;
        made = binding.moment();
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

    private Object value(String name) {
        Value value = variables().find(name).orElseThrow(() -> new NotFound("variable", name, names()));
        return new HandleObject(binding, value);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Variable variable : variables.arguments()) {
            names.add(variable.name());
        }
        for (Variable variable : variables.locals()) {
            names.add(variable.name());
        }
        return names.subList(0, Math.min(8, names.size()));
    }

    @Override
    public String toString() {
        Position position = frame.position();
        String function = position.function().isEmpty() ? "pc " + frame.pc() : position.function();
        if (position.line() == 0) {
            return function;
        }
        return function + " at " + position.file() + ":" + position.line() + (position.inlined() ? " (inlined)" : "");
    }
}
