package gjdbg.examples.prompt;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;

/** Someone at a terminal: types keys, and looks at the screen until it shows what is waited for. */
final class Person implements AutoCloseable {
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String UP = "\u001b[A";

    private static final long PATIENCE_NANOS = Long.getLong("gjdbg.patience", 60) * 1_000_000_000L;
    private static final int CHARACTER = 0x1fffff;

    private final PseudoTerminal terminal;
    private final ScreenTerminal screen;
    private final StringBuilder raw = new StringBuilder();
    private int columns;
    private int rows;
    private boolean hungUp;

    Person(List<String> command, Map<String, String> environment, Path folder, int columns, int rows)
            throws IOException {
        this.columns = columns;
        this.rows = rows;
        screen = new ScreenTerminal(columns, rows);
        terminal = new PseudoTerminal(command, environment, folder, columns, rows);
        Thread reader = new Thread(this::watch, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    private void watch() {
        byte[] bytes = new byte[1 << 16];
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer undecoded = ByteBuffer.allocate(1 << 17);
        for (int length = terminal.read(bytes); length > 0; length = terminal.read(bytes)) {
            undecoded.put(bytes, 0, length).flip();
            CharBuffer text = CharBuffer.allocate(undecoded.remaining());
            decoder.decode(undecoded, text, false);
            undecoded.compact();
            text.flip();
            synchronized (this) {
                raw.append(text);
                screen.write(text);
                notifyAll();
            }
        }
        synchronized (this) {
            hungUp = true;
            notifyAll();
        }
    }

    Person types(String keys) {
        terminal.write(keys.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Person enters(String line) {
        return types(line + ENTER);
    }

    Person pressesCtrl(char letter) {
        return types(String.valueOf((char) (letter & 0x1f)));
    }

    /** Waits until the line is drawn anew: what is typed could overtake the signal otherwise. */
    synchronized void resizes(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        int drawn = raw.length();
        screen.setSize(newColumns, newRows);
        terminal.resize(newColumns, newRows);
        waits("what is drawn anew", lines -> raw.length() > drawn);
    }

    /** Waits until a line of the screen has that part. */
    Person sees(String part) {
        return waits("a line with '" + part + "'", lines -> lines.stream().anyMatch(line -> line.contains(part)));
    }

    /** Waits until the last line that is not empty is this one. */
    Person seesAtTheEnd(String line) {
        return waits(
                "'" + line + "' at the end",
                lines -> !lines.isEmpty() && lines.getLast().equals(line));
    }

    Person seesThePrompt() {
        return seesAtTheEnd("gjdbg>");
    }

    synchronized Person waits(String what, Predicate<List<String>> there) {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (!there.test(lines())) {
            long left = limit - System.nanoTime();
            if (left <= 0 || hungUp) {
                return fail(what + (hungUp ? " did not come before the end" : " is not on the screen")
                        + ", which shows:\n" + String.join("\n", lines()));
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    /** What the screen shows, without blanks at the ends of lines and without the empty lines at its end. */
    synchronized List<String> lines() {
        long[] cells = new long[columns * rows];
        screen.dump(cells, 0, 0, rows, columns, new int[2]);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                int character = (int) (cells[row * columns + column] & CHARACTER);
                line.appendCodePoint(character == 0 ? ' ' : character);
            }
            lines.add(line.toString().stripTrailing());
        }
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** All that was written to the terminal, with its escape sequences. */
    synchronized String raw() {
        return raw.toString();
    }

    /** Waits for the end. */
    int status() {
        try {
            if (!terminal.process().waitFor(60, TimeUnit.SECONDS)) {
                return fail("it did not end; the screen shows:\n" + String.join("\n", lines()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return terminal.process().exitValue();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
