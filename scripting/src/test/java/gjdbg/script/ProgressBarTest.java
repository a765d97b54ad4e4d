package gjdbg.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void what_is_over_soon_shows_no_bar() {
        try (ProgressBar bar = new ProgressBar("dump", true, new PrintStream(out, true))) {
            bar.reached(10, 100);
        }
        assertEquals("", out.toString());
    }

    @Test
    void what_takes_long_shows_how_far_it_is_and_is_wiped_off_at_its_end() throws InterruptedException {
        try (ProgressBar bar = new ProgressBar("dump", true, new PrintStream(out, true))) {
            Thread.sleep(350);
            bar.reached(64 << 20, 256 << 20);
            bar.reached(65 << 20, 256 << 20);
            assertTrue(out.toString().endsWith("dump [##########" + " ".repeat(30) + "] 64 of 256 MB"), out.toString());
        }
        assertTrue(out.toString().endsWith("\r\033[K"), out.toString());
    }

    @Test
    void nobody_sees_one_where_there_is_no_terminal() throws InterruptedException {
        try (ProgressBar bar = new ProgressBar("dump", false, new PrintStream(out, true))) {
            Thread.sleep(350);
            bar.reached(1, 2);
        }
        assertEquals("", out.toString());
    }
}
