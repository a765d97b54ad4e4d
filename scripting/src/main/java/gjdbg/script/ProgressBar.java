package gjdbg.script;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A bar on stderr, shown once something takes long enough to be waited for, and gone when it is over. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 40;
    private static final long DELAY_NANOS = 300_000_000;
    private static final long STEP_NANOS = 50_000_000;
    private static final double MEGABYTE = 1 << 20;
    private static final String CLEAR = "\r\033[K";

    private final String what;
    private final boolean shown;
    private final PrintStream out;
    private long next = System.nanoTime() + DELAY_NANOS;
    private boolean drawn;

    /** @param shown whether anyone sees it */
    ProgressBar(String what, boolean shown, PrintStream out) {
        this.what = what;
        this.shown = shown;
        this.out = out;
    }

    /** One that stays silent where stderr is no terminal. */
    static ProgressBar onTerminal(String what) {
        return new ProgressBar(what, stderrIsTerminal(), System.err);
    }

    private static boolean stderrIsTerminal() {
        try {
            String name = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty") || name.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** In bytes. */
    void reached(long done, long total) {
        long now = System.nanoTime();
        if (!shown || now - next < 0 || total <= 0) {
            return;
        }
        next = now + STEP_NANOS;
        drawn = true;
        int filled = (int) (WIDTH * (double) done / total);
        out.print(String.format(
                Locale.ROOT,
                "%s%s [%s%s] %.0f of %.0f MB",
                CLEAR,
                what,
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                done / MEGABYTE,
                total / MEGABYTE));
        out.flush();
    }

    @Override
    public void close() {
        if (drawn) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
