package gjdbg.cli;

import gjdbg.script.ScriptHost.ScriptSource;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/** Tells of a script's error: the message, where in the script, and the JavaScript stack. */
final class ScriptErrors {
    private ScriptErrors() {}

    /** Returns the exit status. */
    static int report(PolyglotException error, ScriptSource script) {
        StringBuilder text = new StringBuilder();
        SourceSection at = error.getSourceLocation();
        if (error.isSyntaxError()) {
            syntax(text, error, script);
        } else {
            text.append("gjdbg: ").append(error.getMessage());
            if (at != null && !stackNames(error)) {
                text.append("\n    at ").append(place(at, script));
            }
            for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
                if (frame.isGuestFrame() && frame.getSourceLocation() != null && !internal(frame)) {
                    String name = frame.getRootName();
                    text.append("\n    at ")
                            .append(name == null || name.isEmpty() ? "<anonymous>" : name)
                            .append(" (")
                            .append(place(frame.getSourceLocation(), script))
                            .append(')');
                }
            }
        }
        System.err.println(text);
        return Main.THREW;
    }

    private static boolean stackNames(PolyglotException error) {
        for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && frame.getSourceLocation() != null && !internal(frame)) {
                return true;
            }
        }
        return false;
    }

    private static boolean internal(PolyglotException.StackFrame frame) {
        return frame.getSourceLocation().getSource().isInternal();
    }

    private static void syntax(StringBuilder text, PolyglotException error, ScriptSource script) {
        SourceSection at = error.getSourceLocation();
        String message = error.getMessage();
        // the engine puts the source line below the message; the place is ours to name
        int lineBreak = message.indexOf('\n');
        String first = lineBreak < 0 ? message : message.substring(0, lineBreak);
        text.append("gjdbg: ");
        if (at != null) {
            text.append(place(at, script)).append(": ");
            String path = at.getSource().getName();
            first = first.replaceFirst(
                    "^SyntaxError: " + java.util.regex.Pattern.quote(path) + ":[0-9:]+ ?", "SyntaxError: ");
        }
        text.append(first);
        if (lineBreak >= 0) {
            text.append(message.substring(lineBreak).stripTrailing());
        }
    }

    private static String place(SourceSection at, ScriptSource script) {
        String name = at.getSource().getName();
        return name + ":" + at.getStartLine() + ":" + at.getStartColumn();
    }
}
