package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of docs/printers.md print what the page says. */
class PrinterDocsTest {
    private static final Pattern CODE =
            Pattern.compile("```js\\n(.*?)```(?:\\n\\nprints\\n\\n```text\\n(.*?)```)?", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void the_scripts_of_the_page_print_what_it_says() throws IOException {
        Path gallery = Fixtures.go("gallery", "1.26", Mode.NOOPT).path();
        Matcher code = CODE.matcher(Files.readString(Path.of("../docs/printers.md")));
        int run = 0;
        while (code.find()) {
            Path script = Files.writeString(folder.resolve("page" + run++ + ".js"), code.group(1));
            Run done = Command.gjdbg(
                    "run", "--stdout", folder.resolve("target").toString(), script.toString(), gallery.toString());
            assertEquals("", done.err());
            assertEquals(code.group(2) == null ? "" : code.group(2), done.out());
        }
        assertEquals(4, run);
    }
}
