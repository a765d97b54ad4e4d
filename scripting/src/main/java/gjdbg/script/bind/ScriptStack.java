package gjdbg.script.bind;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/** The script's own frames in an error's stack, written as JavaScript does. */
public final class ScriptStack {
    private ScriptStack() {}

    /** A line for each frame, each beginning with a line break; empty where no frame is the script's. */
    public static String of(PolyglotException error) {
        StringBuilder stack = new StringBuilder();
        for (PolyglotException.StackFrame frame : error.getPolyglotStackTrace()) {
            SourceSection at = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (at != null && !at.getSource().isInternal()) {
                stack.append("\n    at ")
                        .append(name(frame.getRootName()))
                        .append(" (")
                        .append(place(at))
                        .append(')');
            }
        }
        return stack.toString();
    }

    /** {@code script.js:3:1}. */
    public static String place(SourceSection at) {
        return file(at.getSource()) + ":" + at.getStartLine() + ":" + at.getStartColumn();
    }

    /** The name that the command line gave; of an imported module, which is named as the import has it, its path. */
    private static String file(Source source) {
        String path = source.getPath();
        return path == null
                        || source.getName().startsWith("/")
                        || !source.getName().startsWith(".")
                ? source.getName()
                : path;
    }

    private static String name(String function) {
        if (function == null || function.isEmpty()) {
            return "<anonymous>";
        }
        // the engine's name for the body of a module
        return function.startsWith(":") ? "module" : function;
    }
}
