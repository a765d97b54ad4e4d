package gjdbg.repl;

import gjdbg.session.Session;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import java.io.PrintStream;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.graalvm.polyglot.Value;

/** Shows where the target stands, with the source: each stop once, and the chosen frame when it is asked for. */
final class StopView {
    private static final int SHOWN_AT_STOP = 3;

    private final Session session;
    private final Function<String, Value> code;
    private final PrintStream out;
    private final IntSupplier width;
    private final boolean coloured;
    private final SourceView sources;
    private Stop shown;

    /**
     * @param code what JavaScript gives at the prompt
     * @param width of the terminal; 0 where there is none
     */
    StopView(Session session, Function<String, Value> code, PrintStream out, IntSupplier width, boolean coloured) {
        this.session = session;
        this.code = code;
        this.out = out;
        this.width = width;
        this.coloured = coloured;
        sources = new SourceView(coloured);
        shown = session.lastStop();
    }

    SourceView sources() {
        return sources;
    }

    /** Whether the target is at another stop than the one shown last. */
    boolean isDue() {
        return shown != session.lastStop();
    }

    /**
     * The stop that the target is at.
     *
     * @param told once it counts as shown
     */
    void show(Runnable told) {
        shown = session.lastStop();
        told.run();
        freshLine();
        printed("String(stop)");
        if (!shown.ended()) {
            showSource();
        }
        out.flush();
    }

    /** Where the target stands when the conversation begins. */
    void greet() {
        printed("`${target}: ${stop}`");
        if (!shown.ended() && shown.reason() != StopReason.ENTRY) {
            showSource();
        }
        out.flush();
    }

    void showFrame() {
        printed("`${prompt.depth}  ${frame}`");
        showSource();
    }

    private void printed(String text) {
        out.println(Style.STOP.of(code.apply(text).asString(), coloured));
    }

    private void showSource() {
        Value frame = code.apply("frame");
        String file = frame.getMember("file").asString();
        int line = frame.getMember("line").asInt();
        if (!file.isEmpty() && line > 0) {
            out.println(sources.around(file, line, SHOWN_AT_STOP));
        }
    }

    /**
     * What the target printed last may have no line break. As zsh does: a mark and as many blanks as make the terminal wrap
     * there, and nowhere else.
     */
    private void freshLine() {
        int columns = width.getAsInt();
        if (columns > 1) {
            out.print(Style.FAINT.of("~", coloured) + " ".repeat(columns - 1) + "\r\u001b[K");
        }
    }
}
