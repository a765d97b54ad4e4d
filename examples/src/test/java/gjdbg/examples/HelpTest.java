package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help of each command, the man page, and completion in a real shell. */
class HelpTest {
    private static final Path MAN_PAGE = Command.PACKED.resolve("share/man/man1/gjdbg.1");
    private static final Path BASH = Command.PACKED.resolve("share/bash-completion/completions/gjdbg");
    private static final Path ZSH = Command.PACKED.resolve("share/zsh/site-functions/_gjdbg");
    private static final Pattern COMMAND = Pattern.compile("^  ([a-z]+) {2,}[A-Z]", Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("^ +(?:-\\w, +)?(--?[a-z-]+)", Pattern.MULTILINE);

    private static final Map<String, Run> HELP = new TreeMap<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void askEachCommand() {
        COMMAND.matcher(Command.gjdbg("--help").out()).results().forEach(each -> {
            if (!each.group(1).equals("help")) {
                HELP.put(each.group(1), Command.gjdbg(each.group(1), "--help"));
            }
        });
    }

    @Test
    void each_command_tells_how_it_is_used_its_exit_statuses_and_examples() {
        assertTrue(HELP.keySet().containsAll(List.of("run", "attach", "core", "test", "goroutines")), HELP.toString());
        HELP.forEach((command, run) -> {
            assertEquals("", run.err());
            assertEquals(0, run.status());
            for (String part : List.of("Usage: gjdbg " + command, "\nExit status:\n  0 ", "\nExamples:\n  ")) {
                assertTrue(run.out().contains(part), part + " in\n" + run.out());
            }
            assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
        });
    }

    @Test
    void the_statuses_are_those_that_the_help_says() {
        String bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path().toString();
        assertEquals(0, Command.gjdbg("run", "-e", "1", bank).status());
        assertEquals(1, Command.gjdbg("run", "-e", "throw 1", bank).status());
        assertEquals(2, Command.gjdbg("run", "-e", "1", "./nothing").status());
        assertEquals(2, Command.gjdbg("run").status());
        assertEquals(5, Command.gjdbg("run", "-e", "gjdbg.exit(5)", bank).status());
    }

    @Test
    void the_man_page_has_every_command_with_its_options_and_no_mistake() throws IOException {
        String page = Files.readString(MAN_PAGE);
        HELP.forEach((command, run) -> {
            assertTrue(page.contains("\n.SS \"gjdbg " + command + "\"\n"), command + "\n" + page);
            for (var option : OPTION.matcher(run.out()).results().toList()) {
                assertTrue(page.contains("\\fB" + option.group(1).replace("-", "\\-") + "\\fR"), option.group());
            }
        });
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
        Run run = Run.of(List.of("groff", "-man", "-Tascii", "-ww", "-P-cbou", MAN_PAGE.toString()), folder, List.of());
        assertEquals("", run.err());
        assertTrue(run.out().contains("EXIT STATUS") && run.out().contains("--allow-read"), run.out());
    }

    /** What is typed is what a user types: the Tab key where {@code \t} stands, in a shell on a pseudo-terminal. */
    @Test
    void bash_completes_commands_options_and_files() throws IOException {
        Files.writeString(folder.resolve("look-at-it.js"), "console.log('it ran', gjdbg.target.pid > 0);");
        Files.copy(Path.of("/bin/true"), folder.resolve("program"));
        String shown = typed("gjdbg sched\t--he\t\n", "gjdbg run lo\t./pro\t\n");
        assertTrue(shown.contains("Usage: gjdbg scheduler [options] PID"), shown);
        assertTrue(shown.contains("it ran true"), shown);
    }

    @Test
    void bash_offers_what_there_is_and_nothing_hidden() throws IOException {
        String shown = typed("gjdbg \t\t\n", "gjdbg test --re\t\t\n");
        assertTrue(shown.contains("attach") && shown.contains("goroutines"), shown);
        assertTrue(shown.contains("--repeat") && shown.contains("--retries"), shown);
        assertFalse(shown.contains("test-worker") || shown.contains("man-page"), shown);
    }

    @Test
    void zsh_completes_too() throws IOException {
        assertTrue(Files.readString(ZSH).startsWith("#compdef gjdbg\n"));
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/zsh")), "zsh is not installed");
        Run run = terminal(
                "zsh -f -i",
                "PS1=; fpath=(" + ZSH.getParent() + " $fpath); autoload -Uz compinit; compinit -u -d " + folder
                        + "/dump\n" + "gjdbg sched\t--help\nexit\n");
        assertTrue(run.out().contains("Usage: gjdbg scheduler [options] PID"), run.out());
    }

    private String typed(String... lines) throws IOException {
        return terminal("bash --norc --noprofile -i", "PS1=; . " + BASH + "\n" + String.join("", lines) + "exit\n")
                .out();
    }

    private Run terminal(String shell, String keys) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
        Path file = Files.writeString(folder.resolve("keys"), keys);
        String path = Command.PACKED.resolve("bin") + ":" + System.getenv("PATH");
        return Run.of(
                List.of("bash", "-c", "timeout 60 script -qec '" + shell + "' /dev/null < " + file),
                folder,
                List.of("PATH=" + path, "TERM=dumb", "INPUTRC=/dev/null", "HISTFILE=/dev/null"));
    }
}
