package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.unwind.Frame;
import gjdbg.value.Variable;
import gjdbg.value.Variables;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * A stack as one text, a line for each frame as in {@code main.work at /src/main.go:42} and, where they are asked for, one for
 * each of its arguments and locals below it. One text crosses into JavaScript, where frames() has objects made: that counts with
 * a hundred thousand stacks.
 *
 * @param most how many frames
 */
record StackText(long most, boolean variables) {
    private static final String LINE = "\n      ";

    /** @param arguments how many frames, or an object that tells that and whether variables are wanted; all may be left out */
    static StackText asked(Value[] arguments) {
        if (arguments.length == 0 || arguments[0].isNull()) {
            return new StackText(Long.MAX_VALUE, false);
        }
        Value options = arguments[0];
        if (!options.hasMembers()) {
            return new StackText(Arguments.length(arguments, 0, "how many frames"), false);
        }
        Options.require(options, "trace()", "most", "variables");
        return new StackText(
                Arguments.member(options, "most")
                        .map(most -> (long) Arguments.count(most, "most"))
                        .orElse(Long.MAX_VALUE),
                Arguments.member(options, "variables")
                        .map(variables -> Arguments.flag(variables, "variables"))
                        .orElse(false));
    }

    String of(Iterable<Frame> frames, Binding binding) {
        StringBuilder text = new StringBuilder();
        long left = most;
        for (Frame frame : frames) {
            if (left-- == 0) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(FrameObject.text(frame));
            if (variables) {
                variables(frame, binding, text);
            }
        }
        return text.toString();
    }

    private static void variables(Frame frame, Binding binding, StringBuilder text) {
        Variables all = binding.session().variables(frame);
        try {
            append(all.arguments(), binding, text);
            append(all.locals(), binding, text);
        } catch (Unavailable e) {
            // code of C libraries mostly has none
            text.append(LINE).append('(').append(e.why()).append(')');
        }
    }

    private static void append(List<Variable> variables, Binding binding, StringBuilder text) {
        for (Variable variable : variables) {
            text.append(LINE).append(variable.name()).append(" = ");
            if (!binding.texts().append(variable.value(), text)) {
                text.append(binding.show(new HandleObject(binding, variable.value()))
                        .replace("\n", LINE));
            }
        }
    }
}
