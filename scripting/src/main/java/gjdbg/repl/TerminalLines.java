package gjdbg.repl;

import gjdbg.error.BadRequest;
import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that a person types at a terminal, with editing, history and completion. */
final class TerminalLines implements Lines {
    /** The one that needs no library of its own. */
    private static final String PROVIDER = "ffm";

    private static final int MOST_LISTED = 100;
    private static final int HISTORY = 10_000;

    private final Terminal terminal;
    /** As gjdbg found them, */
    private final Attributes own;
    /** and as the target left them. */
    private Attributes targets;

    private LineReader reader;

    private TerminalLines(Terminal terminal) {
        this.terminal = terminal;
        own = terminal.getAttributes();
        targets = own;
    }

    static TerminalLines open() {
        try {
            return new TerminalLines(TerminalBuilder.builder()
                    .name("gjdbg")
                    .system(true)
                    .provider(PROVIDER)
                    .dumb(false)
                    .nativeSignals(true)
                    .signalHandler(Terminal.SignalHandler.SIG_IGN)
                    .build());
        } catch (IOException e) {
            throw new BadRequest("the terminal can't be used: " + e.getMessage() + "; lines from a pipe can be", e);
        }
    }

    /** @param interrupt what Ctrl-C does while a line is being evaluated */
    void talk(Conversation conversation, Runnable interrupt) {
        terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
        reader = LineReaderBuilder.builder()
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
                .option(LineReader.Option.CASE_INSENSITIVE, false)
                .build();
        HistoryFile.prepare().ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(Style.PROMPT.of("gjdbg> ", Style.wanted())));
            } catch (UserInterruptException e) {
                if (Thread.interrupted()) {
                    return Optional.empty();
                }
                // Ctrl-C clears the line, and a signal that ends all is seen by whoever asks
                return Optional.of("");
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
            terminal.setAttributes(targets);
        } else {
            targets = terminal.getAttributes();
            terminal.setAttributes(own);
        }
    }

    @Override
    public int width() {
        return terminal.getWidth();
    }

    @Override
    public void close() {
        terminal.setAttributes(own);
        try {
            terminal.close();
        } catch (IOException e) {
            // gjdbg ends, and the terminal has its modes back
        }
    }
}
