package gjdbg.script;

import gjdbg.script.bind.ScriptStack;
import java.util.StringJoiner;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Tells of a script's error: the message, where in the script, and the JavaScript stack. */
public final class ScriptErrors {
    private static final int MOST_ERRORS = 5;

    private ScriptErrors() {}

    /** As it goes to stderr, several lines as a rule. */
    public static String text(PolyglotException error) {
        StringBuilder text = new StringBuilder();
        SourceSection at = error.getSourceLocation();
        if (error.isSyntaxError()) {
            syntax(text, error);
        } else {
            String stack = ScriptStack.of(error);
            text.append("gjdbg: ").append(message(error)).append(stack);
            if (stack.isEmpty() && at != null) {
                text.append("\n    at ").append(ScriptStack.place(at));
            }
            together(text, error);
        }
        return text.toString();
    }

    /** Of a thrown object that is no Error the engine's message is just that word. */
    private static String message(PolyglotException error) {
        Value thrown = error.getGuestObject();
        if (thrown == null || !thrown.hasMembers() || thrown.hasMember("stack")) {
            return thrown == null || error.getMessage() != null ? error.getMessage() : "the script threw " + thrown;
        }
        StringJoiner members = new StringJoiner(", ", "{ ", " }").setEmptyValue("{}");
        thrown.getMemberKeys().forEach(key -> members.add(key + ": " + thrown.getMember(key)));
        return "the script threw " + members;
    }

    /** The errors that an AggregateError stands for, as when several promises were rejected. */
    private static void together(StringBuilder text, PolyglotException error) {
        Value thrown = error.getGuestObject();
        Value errors = thrown == null || !thrown.hasMembers() ? null : thrown.getMember("errors");
        if (errors == null || !errors.hasArrayElements()) {
            return;
        }
        for (long i = 0; i < Math.min(MOST_ERRORS, errors.getArraySize()); i++) {
            Value each = errors.getArrayElement(i);
            Value stack = each.hasMembers() ? each.getMember("stack") : null;
            text.append("\ngjdbg: ").append(stack == null ? each : stack);
        }
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
