package gjdbg.repl;

import gjdbg.error.BadRequest;
import gjdbg.target.linux.TerminalModes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that a person types at a terminal, with editing, history and completion. */
final class TerminalLines implements Lines {
    /** The one that needs no library of its own. */
    private static final String PROVIDER = "ffm";

    private static final int MOST_LISTED = 100;
    private static final int HISTORY = 10_000;

    private static final Map<String, String> ARROWS = Map.of(
            LineReader.UP_LINE_OR_HISTORY, "A",
            LineReader.DOWN_LINE_OR_HISTORY, "B",
            LineReader.FORWARD_CHAR, "C",
            LineReader.BACKWARD_CHAR, "D",
            LineReader.BEGINNING_OF_LINE, "H",
            LineReader.END_OF_LINE, "F");

    private final Terminal terminal;
    /** As gjdbg found them, */
    private final TerminalModes own;
    /** and as the target left them. */
    private TerminalModes targets;

    private final BooleanSupplier ending;
    private LineReader reader;

    private TerminalLines(Terminal terminal, TerminalModes own, BooleanSupplier ending) {
        this.terminal = terminal;
        this.own = own;
        this.ending = ending;
        targets = own;
    }

    /** @param ending whether nobody wants further lines */
    static TerminalLines open(BooleanSupplier ending) {
        TerminalModes own = TerminalModes.now();
        try {
            return new TerminalLines(
                    TerminalBuilder.builder()
                            .name("gjdbg")
                            .system(true)
                            .provider(PROVIDER)
                            .dumb(false)
                            .nativeSignals(true)
                            .signalHandler(Terminal.SignalHandler.SIG_IGN)
                            .build(),
                    own,
                    ending);
        } catch (IOException e) {
            throw new BadRequest("the terminal can't be used: " + e.getMessage() + "; lines from a pipe can be", e);
        }
    }

    /** @param interrupt what Ctrl-C does while a line is being evaluated */
    void talk(Conversation conversation, Runnable interrupt) {
        terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("gjdbg")
                .parser(new LineParser(conversation.host()::isIncomplete))
                .completer(new Completion(conversation))
                .highlighter(new Highlighting(Style.wanted()))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, Style.FAINT.of("  …  ", Style.wanted()))
                .variable(LineReader.LIST_MAX, MOST_LISTED)
                .variable(LineReader.HISTORY_SIZE, HISTORY)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .option(LineReader.Option.CASE_INSENSITIVE, false);
        HistoryFile.prepare().ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
        // terminals that stay in normal mode send these (ECMA-48), whatever terminfo says of them
        ARROWS.forEach((widget, key) -> {
            reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(widget), "\u001b[" + key, "\u001bO" + key);
        });
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(Style.PROMPT.of("gjdbg> ", Style.wanted())));
            } catch (UserInterruptException e) {
                // Ctrl-C clears the line; so does a signal that ends all
                if (ending.getAsBoolean()) {
                    return Optional.empty();
                }
            } catch (EndOfFileException e) {
                return Optional.empty();
            }
        }
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public void running(boolean runs) {
        if (runs) {
            targets.restore();
        } else {
            targets = TerminalModes.now();
            own.restore();
        }
    }

    @Override
    public int width() {
        return terminal.getWidth();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // gjdbg ends, and the terminal gets its modes back
        }
        // the editor has lost the line's speed by now
        own.restore();
    }
}
