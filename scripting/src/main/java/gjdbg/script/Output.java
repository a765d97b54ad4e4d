package gjdbg.script;

import java.io.PrintStream;

/**
 * Where console prints to: stdout, held back for speed until the target runs, and stderr at once.
 */
public final class Output {
    private static final int MOST_HELD = 1 << 15;

    private final PrintStream out;
    private final PrintStream err;
    private final StringBuilder held = new StringBuilder();

    public Output(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void line(boolean toError, String line) {
        if (toError) {
            flush();
            err.println(line);
            err.flush();
            return;
        }
        held.append(line).append('\n');
        if (held.length() > MOST_HELD) {
            flush();
        }
    }

    public void flush() {
        if (!held.isEmpty()) {
            out.print(held);
            held.setLength(0);
            out.flush();
        }
    }
}
