package gjdbg.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** Lines of a file or pipe. They are read on a thread of their own, for a signal can't end the reading. */
final class PlainLines implements Lines {
    private static final int MOST_AHEAD = 10_000;

    private final BlockingQueue<Optional<String>> read = new LinkedBlockingQueue<>(MOST_AHEAD);
    private final Predicate<String> incomplete;
    private boolean ended;

    /** @param incomplete whether a line goes on in the next one */
    PlainLines(InputStream in, Predicate<String> incomplete) {
        this.incomplete = incomplete;
        Thread reader = new Thread(() -> readAll(in), "lines");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(InputStream in) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read.put(Optional.of(line));
            }
        } catch (IOException e) {
            // what can't be read any further has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        read.add(Optional.empty());
    }

    @Override
    public Optional<String> next() {
        StringBuilder whole = new StringBuilder();
        while (!ended) {
            try {
                Optional<String> line = read.take();
                ended = line.isEmpty();
                whole.append(line.orElse(""));
            } catch (InterruptedException e) {
                return Optional.empty();
            }
            if (!ended && !incomplete.test(whole.toString())) {
                return Optional.of(whole.toString());
            }
            whole.append('\n');
        }
        return whole.isEmpty() || whole.toString().isBlank() ? Optional.empty() : Optional.of(whole.toString());
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void running(boolean runs) {
        // there is no terminal that could change
    }

    @Override
    public int width() {
        return 0;
    }

    @Override
    public void close() {
        // the thread that reads is left to the end of gjdbg
    }
}
