package gjdbg.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.examples.docs.Page.Code;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script and the commands of the README work as they stand there. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    @TempDir
    Path folder;

    @Test
    void the_script_shows_what_it_says_it_shows() throws IOException {
        Files.writeString(folder.resolve("script.js"), first("js").text());
        Run run = gjdbg("./gjdbg run --stdout /dev/null script.js ./program");
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("ann (4750) -> eve (520): 1200\n  main.transfer  "), run.out());
        assertEquals(0, run.status());
    }

    @Test
    void the_commands_work() throws IOException {
        Files.writeString(folder.resolve("script.js"), "console.log(gjdbg.target.state);");
        Run dump = gjdbg("./gjdbg run --allow-write=. -e \"const { target } = gjdbg; target.breakpoint('main.main');"
                + " target.continue(); target.dump('CORE')\" ./program");
        assertEquals("", dump.err());
        // its own children's events are the JDK's
        Process service = new ProcessBuilder(
                        "sh",
                        "-c",
                        "\"$0\" ring & echo its pid is $!; wait $!",
                        Fixtures.go("stuck", "1.26", Mode.NOOPT).path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))) {
            String pid = said.readLine().replace("its pid is ", "");
            said.readLine();
            List<String> commands = Page.read(README).steps().stream()
                    .filter(Code.class::isInstance)
                    .flatMap(code -> ((Code) code).text().lines())
                    .filter(line -> line.startsWith("./gjdbg ") && !line.startsWith("./gjdbg demo"))
                    .toList();
            assertTrue(commands.size() >= 10, commands.toString());
            for (String command : commands) {
                Run run = gjdbg(command.replace(" PID", " " + pid).replace("--every 5s", "--every 100ms"));
                assertEquals(0, run.status(), command + "\n" + run.out() + run.err());
                assertFalse(run.out().isEmpty() && !command.contains(" repl ") && !command.contains(" -o "), command);
            }
            assertTrue(Files.exists(folder.resolve("report.html")));
        } finally {
            service.descendants().forEach(ProcessHandle::destroyForcibly);
            service.destroyForcibly();
        }
    }

    private static Code first(String language) throws IOException {
        return Page.read(README).steps().stream()
                .filter(Code.class::isInstance)
                .map(Code.class::cast)
                .filter(code -> code.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private Run gjdbg(String line) throws IOException {
        if (!Files.exists(folder.resolve("program"))) {
            Files.copy(Fixtures.go("bank", "1.26", Mode.NOOPT).path(), folder.resolve("program"));
        }
        return Run.of(
                List.of("timeout", "60", "bash", "-c", line.replace("./gjdbg ", PageRun.GJDBG + " ")),
                folder,
                List.of());
    }
}
