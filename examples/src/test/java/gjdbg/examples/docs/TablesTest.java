package gjdbg.examples.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.examples.TypeScript;
import gjdbg.testbins.Delve;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables for people who come from other debuggers name their commands, and code that there is. */
class TablesTest {
    private static final Path DELVE = Path.of("../docs/from-delve.md");
    private static final Path GDB = Path.of("../docs/from-gdb.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** What a line of Delve's help begins with, as in {@code stepout (alias: so) --- Step out …}. */
    private static final Pattern TERMINAL_COMMAND =
            Pattern.compile("^    ([a-z-]+)(?: \\(alias: ([^)]+)\\))?(?: -+ |  )", Pattern.MULTILINE);

    private static final Pattern SHELL_COMMAND = Pattern.compile("^  ([a-z]+) {2,}", Pattern.MULTILINE);
    private static final Pattern GJDBG = Pattern.compile("gjdbg ([a-z-]+) .*");

    private static final Set<String> LEAVING = Set.of(
            "c",
            "continue",
            "n",
            "next",
            "s",
            "step",
            "so",
            "stepout",
            "finish",
            "until",
            "kill",
            "detach",
            "exit",
            "quit",
            "q");

    /** Without a pattern these list hundreds of things. */
    private static final Set<String> LONG =
            Set.of("vars", "funcs", "types", "info functions", "info types", "info variables");

    /** Delve's telemetry outlives the command and writes there: not into a folder that the test deletes. */
    private static final String CONFIG =
            "XDG_CONFIG_HOME=" + Path.of("target", "dlv").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void every_command_of_Delves_terminal_has_a_row_with_its_aliases() throws IOException {
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        Path init = Files.writeString(folder.resolve("init"), "help\nexit\n");
        Run run = Run.of(
                List.of(
                        Delve.command().toString(),
                        "exec",
                        bank.toString(),
                        "--init",
                        init.toString(),
                        "--allow-non-terminal-interactive=true"),
                folder,
                List.of(CONFIG));
        Set<String> commands = new TreeSet<>();
        for (MatchResult each : TERMINAL_COMMAND.matcher(run.out()).results().toList()) {
            commands.add(each.group(1));
            if (each.group(2) != null) {
                commands.addAll(List.of(each.group(2).split(" \\| ")));
            }
        }
        assertTrue(commands.containsAll(List.of("continue", "next-instruction", "nexti", "bt", "types")), run.out());
        assertEquals(Set.of(), missing(commands, DELVE));
    }

    @Test
    void every_command_of_dlv_has_a_row() throws IOException {
        String help = Run.of(List.of(Delve.command().toString(), "help"), folder, List.of(CONFIG))
                .out();
        String list = help.substring(help.indexOf("Available Commands:"), help.indexOf("Additional help topics:"));
        Set<String> commands = new TreeSet<>();
        SHELL_COMMAND.matcher(list).results().forEach(each -> commands.add(each.group(1)));
        assertTrue(commands.containsAll(List.of("attach", "trace", "version")), help);
        assertEquals(Set.of(), missing(commands, DELVE));
    }

    @Test
    void the_commands_of_gdb_are_gdbs() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdb")), "gdb is not installed");
        List<String> command = new ArrayList<>(List.of("gdb", "-nx", "-batch"));
        for (String row : rows(GDB)) {
            String first = cells(row).getFirst();
            if (!first.contains("Go's script") && !first.contains("…")) {
                codes(first).forEach(name -> command.addAll(List.of("-ex", "help " + name.replace("/x", ""))));
            }
        }
        assertTrue(command.size() > 100);
        Run run = Run.of(command, folder, List.of());
        assertEquals("", run.err());
    }

    /** A snippet that TypeScript's compiler takes has members that there are, with arguments that they take. */
    @Test
    void the_code_in_the_tables_fits_the_declared_types() throws IOException {
        StringBuilder script = new StringBuilder("""
                import { target } from 'gjdbg';
                const stop = target.continue();
                const { frame, goroutine, thread } = stop;
                const breakpoint = target.breakpoint('main.main');
                const address = 4096;
                """);
        int snippets = 0;
        for (Path page : List.of(DELVE, GDB)) {
            for (String row : rows(page)) {
                for (String code : codes(cells(row).getLast())) {
                    if (code.matches(
                            "(target|frame|goroutine|thread|breakpoint|stop)\\b.*|gjdbg\\..*|\\{.*|while.*|Object.*|import.*")) {
                        script.append("() => { ").append(code).append("; };\n");
                        snippets++;
                    }
                }
            }
        }
        assertTrue(snippets > 80, snippets + " snippets");
        Path file = Files.writeString(folder.resolve("snippets.js"), script);
        Run run = TypeScript.installed().check(folder, List.of(file.toString()));
        assertEquals("", run.out(), script.toString());
    }

    @Test
    void the_commands_of_gjdbg_in_the_tables_exist() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (Path page : List.of(DELVE, GDB)) {
            for (String row : rows(page)) {
                for (String code : codes(cells(row).getLast())) {
                    Matcher gjdbg = GJDBG.matcher(code);
                    if (gjdbg.matches() && !gjdbg.group(1).startsWith("-")) {
                        commands.add(gjdbg.group(1));
                    }
                }
            }
        }
        assertTrue(commands.containsAll(List.of("run", "attach", "core", "goroutines")), commands.toString());
        for (String each : commands) {
            Run run = Run.of(List.of(PageRun.GJDBG.toString(), each, "--help"), folder, List.of());
            assertEquals(0, run.status(), run.err());
        }
    }

    /** The prompt tells of each what JavaScript it stands for, and of what is no word of its that it is none. */
    @Test
    void the_words_in_the_tables_are_words_of_the_prompt() throws IOException {
        Set<String> words = new LinkedHashSet<>();
        for (Path page : List.of(DELVE, GDB)) {
            for (String row : rows(page)) {
                List<String> cells = cells(row);
                if (cells.size() == 3) {
                    words.addAll(codes(cells.get(1)));
                }
            }
        }
        assertTrue(words.size() > 30, words.toString());
        StringBuilder lines = new StringBuilder("b main.transfer\nc\n");
        words.forEach(word ->
                lines.append(word.startsWith(".") ? word : ".js " + word).append('\n'));
        Path file = Files.writeString(folder.resolve("lines"), lines);
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        Run run = Run.of(
                List.of(
                        "bash",
                        "-c",
                        "exec \"$0\" repl \"$1\" < \"$2\"",
                        PageRun.GJDBG.toString(),
                        bank.toString(),
                        file.toString()),
                folder,
                List.of());
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    /** People type what they are used to. */
    @Test
    void a_command_of_Delve_or_gdb_does_what_it_says_at_the_prompt_or_is_answered_with_what_does() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (Path page : List.of(DELVE, GDB)) {
            for (String row : rows(page)) {
                if (cells(row).size() == 3) {
                    commands.addAll(codes(cells(row).getFirst()));
                }
            }
        }
        commands.removeIf(
                each -> each.matches("info (line|frame|.*proc).*|set .+|thread apply.*|goroutine .*|print/.*|.*….*")
                        || LEAVING.contains(each));
        assertTrue(commands.size() > 90, commands.toString());
        StringBuilder lines = new StringBuilder("b main.transfer\nc\n");
        commands.forEach(each ->
                lines.append(each).append(LONG.contains(each) ? " main." : "").append('\n'));
        Path file = Files.writeString(folder.resolve("lines"), lines);
        Path bank = Fixtures.go("bank", "1.26", Mode.NOOPT).path();
        String command = "exec \"$0\" repl \"$1\" < \"$2\" > /dev/null";
        Run run = Run.of(
                List.of("bash", "-c", command, PageRun.GJDBG.toString(), bank.toString(), file.toString()),
                folder,
                List.of());
        List<String> unhelpful = run.err()
                .lines()
                .filter(line -> line.startsWith("SyntaxError") && !line.contains("is a word too")
                        || line.contains("is not defined")
                        || line.contains("info tells nothing of"))
                .toList();
        assertEquals(List.of(), unhelpful);
        assertTrue(run.err().contains("condition is no word here: a breakpoint has its condition"), run.err());
    }

    private static Set<String> missing(Set<String> commands, Path page) throws IOException {
        Set<String> missing = new TreeSet<>(commands);
        for (String row : rows(page)) {
            List<String> cells = cells(row);
            assertTrue(!cells.getLast().isEmpty(), "nothing beside " + row);
            codes(cells.getFirst()).forEach(missing::remove);
        }
        return missing;
    }

    private static List<String> rows(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| ") && !line.matches("\\| (Delve|gdb) \\|.*"))
                .toList();
    }

    private static List<String> cells(String row) {
        return Pattern.compile("(?<!\\\\)\\|")
                .splitAsStream(row.substring(1))
                .map(cell -> cell.replace("\\|", "|").strip())
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(each -> each.group(1)).toList();
    }
}
