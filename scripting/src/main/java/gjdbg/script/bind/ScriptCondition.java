package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.expr.Expression;
import gjdbg.session.Condition;
import gjdbg.session.StopReason;
import gjdbg.unwind.Frame;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/** A condition: a JavaScript function of the frame, an expression in Go's syntax, or none. */
final class ScriptCondition implements Condition {
    private final Binding binding;
    private final Optional<Value> function;
    private final Optional<Expression> expression;

    private ScriptCondition(Binding binding, Optional<Value> function, Optional<Expression> expression) {
        this.binding = binding;
        this.function = function;
        this.expression = expression;
    }

    /** @param options an object that may have {@code when}; null for none */
    static ScriptCondition of(Binding binding, Value options) {
        if (options == null || options.isNull()) {
            return new ScriptCondition(binding, Optional.empty(), Optional.empty());
        }
        if (!options.hasMembers() || options.canExecute()) {
            throw new BadRequest(
                    "options are an object, as { when: f => f.args.n > 5 }, not " + Arguments.told(options));
        }
        Value when = options.getMember("when");
        if (when == null || when.isNull()) {
            return new ScriptCondition(binding, Optional.empty(), Optional.empty());
        }
        if (when.isString()) {
            return new ScriptCondition(binding, Optional.empty(), Optional.of(Expression.parse(when.asString())));
        }
        if (when.canExecute()) {
            return new ScriptCondition(binding, Optional.of(binding.js().truth(when)), Optional.empty());
        }
        throw new BadRequest(
                "'when' is a function of the frame or an expression in Go's syntax, not " + Arguments.told(when));
    }

    @Override
    public boolean holds(Frame frame) {
        if (function.isPresent()) {
            try {
                return function.get().execute(new FrameObject(binding, frame)).asBoolean();
            } catch (RuntimeException e) {
                binding.threw(StopReason.BREAKPOINT, frame);
                throw e;
            } finally {
                binding.handlerEnded();
            }
        }
        return expression.isEmpty() || expression.get().test(binding.session().variables(frame));
    }

    @Override
    public String mechanism() {
        if (function.isPresent()) {
            return "script (a JavaScript function)";
        }
        return expression.isPresent() ? "script (an expression, evaluated by gjdbg)" : "script (no condition)";
    }
}
