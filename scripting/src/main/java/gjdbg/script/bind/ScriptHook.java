package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.session.HookHandler;
import gjdbg.session.Invocation;
import gjdbg.session.StopReason;
import gjdbg.session.Verdict;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** The handlers of a hook. {@code this} in them is one object for each call, to keep things from entry to return. */
final class ScriptHook implements HookHandler {
    private final Binding binding;
    private final ScriptCondition condition;
    private final Value onEnter;
    private final Value onReturn;

    ScriptHook(Binding binding, Value handlers) {
        this.binding = binding;
        Options.requireSpelt(handlers, "a hook", "onEnter", "onReturn", "when");
        condition = ScriptCondition.of(binding, handlers);
        onEnter = handler(handlers, "onEnter");
        onReturn = handler(handlers, "onReturn");
        if (onEnter == null && onReturn == null) {
            throw new BadRequest("a hook has onEnter, onReturn or both");
        }
    }

    private static Value handler(Value handlers, String name) {
        Value handler = handlers.getMember(name);
        if (handler == null || handler.isNull()) {
            return null;
        }
        if (!handler.canExecute()) {
            throw new BadRequest("'" + name + "' of a hook has to be a function, not " + Arguments.told(handler));
        }
        return handler;
    }

    @Override
    public boolean accepts(Frame frame) {
        return condition.holds(frame);
    }

    @Override
    public Verdict entered(Invocation call, Frame frame) {
        Object self = binding.js().fresh();
        call.attach(self);
        if (onEnter == null) {
            return Verdict.GO_ON;
        }
        try {
            return verdict(binding.js().call(onEnter, self, new FrameObject(binding, frame), null));
        } catch (RuntimeException e) {
            binding.threw(StopReason.HOOK, frame);
            throw e;
        } finally {
            binding.handlerEnded();
        }
    }

    @Override
    public boolean wantsReturn() {
        return onReturn != null;
    }

    @Override
    public Verdict returned(Invocation call, Frame frame, Supplier<List<gjdbg.value.Value>> results) {
        try {
            return verdict(binding.js()
                    .call(
                            onReturn,
                            call.attachment(),
                            new FrameObject(binding, frame),
                            new ResultsObject(binding, results)));
        } catch (GjdbgException e) {
            binding.threw(StopReason.HOOK, frame);
            throw binding.errors().raise(e);
        } catch (RuntimeException e) {
            binding.threw(StopReason.HOOK, frame);
            throw e;
        } finally {
            binding.handlerEnded();
        }
    }

    /** What a handler wants by what it returned. */
    static Verdict verdict(Value returned) {
        return returned.isString() && returned.asString().equals("stop") ? Verdict.STOP : Verdict.GO_ON;
    }
}
