package gjdbg.cli;

import gjdbg.script.bind.ScriptStack;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/** Tells of a script's error: the message, where in the script, and the JavaScript stack. */
final class ScriptErrors {
    private ScriptErrors() {}

    /** Returns the exit status. */
    static int report(PolyglotException error) {
        StringBuilder text = new StringBuilder();
        SourceSection at = error.getSourceLocation();
        if (error.isSyntaxError()) {
            syntax(text, error);
        } else {
            String stack = ScriptStack.of(error);
            text.append("gjdbg: ").append(error.getMessage()).append(stack);
            if (stack.isEmpty() && at != null) {
                text.append("\n    at ").append(ScriptStack.place(at));
            }
        }
        System.err.println(text);
        return Main.THREW;
    }

    private static void syntax(StringBuilder text, PolyglotException error) {
        SourceSection at = error.getSourceLocation();
        String message = error.getMessage();
        // the engine puts the source line below the message; the place is ours to name
        int lineBreak = message.indexOf('\n');
        String first = lineBreak < 0 ? message : message.substring(0, lineBreak);
        text.append("gjdbg: ");
        if (at != null) {
            text.append(ScriptStack.place(at)).append(": ");
            String path = at.getSource().getName();
            first = first.replaceFirst(
                    "^SyntaxError: " + java.util.regex.Pattern.quote(path) + ":[0-9:]+ ?", "SyntaxError: ");
        }
        text.append(first);
        if (lineBreak >= 0) {
            text.append(message.substring(lineBreak).stripTrailing());
        }
    }
}
