package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands goroutines, deadlock, leaks and scheduler, on a program that hangs in part, and on its core. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandardCommandsTest {
    private static final List<String> COMMANDS = List.of("goroutines", "deadlock", "leaks", "scheduler");

    private GoBinary program;
    private Process shell;
    private String pid;
    private String core;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        program = Fixtures.go("stuck", "1.26", Mode.NOOPT);
        shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "\"$0\" ring globalring & echo $!; wait",
                        program.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = shell.inputReader();
        pid = out.readLine();
        assertEquals("ready", out.readLine());
        core = folder.resolve("core").toString();
        Run dump = Command.gjdbg(
                "attach",
                "-e",
                "import { target } from 'gjdbg'; target.dump('" + core + "');",
                "--allow-write=" + folder,
                pid);
        assertEquals("", dump.out() + dump.err());
    }

    @AfterAll
    void stop() throws InterruptedException {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        assertTrue(shell.waitFor(20, TimeUnit.SECONDS));
    }

    /** On the process and on its core, which tell the same but for times. */
    private String both(String command, String... options) {
        String live = shown(command, pid, options);
        assertEquals(live, shown(command, core, options));
        return live;
    }

    private String shown(String command, String subject, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = command;
        words[1] = subject;
        System.arraycopy(options, 0, words, 2, options.length);
        Run run = Command.gjdbg(words);
        assertEquals("", run.err());
        assertEquals(0, run.status());
        return run.out();
    }

    private String at(String function, String line) {
        return function + " at " + program.source() + ":" + program.line(line);
    }

    @Test
    void goroutines_are_chosen_by_state_function_and_creator() {
        String ring = both("goroutines", "--function", "main.pass", "--state", "chan receive");
        assertTrue(ring.startsWith("5 goroutines in 2 groups\n3 waiting (chan receive): "), ring);
        assertTrue(ring.contains("\n    " + at("main.pass", "waits: ring") + "\n"), ring);
        assertTrue(ring.contains("\n    " + at("main.passGlobal", "waits: global ring") + "\n"), ring);
        assertEquals(ring, shown("goroutines", pid, "--creator", "main.start"));
        assertTrue(shown("goroutines", pid, "--state", "IO wait").contains("main.main at "));
        assertEquals(
                "0 goroutines in 0 groups",
                shown("goroutines", core, "--label", "request=1").strip());
        assertTrue(shown("goroutines", core, "--creator", "main.start", "--group", "state")
                .startsWith("5 goroutines in 1 group\n"));
    }

    @Test
    void deadlocks_are_explained_with_their_lines() {
        String text = both("deadlock");
        assertEquals(5, text.split(" waits to receive from channel 0x", -1).length - 1, text);
        assertTrue(text.contains("Deadlock: 3 goroutines wait for one another\n"), text);
        assertTrue(text.contains("Deadlock: 2 goroutines wait for one another\n"), text);
        assertTrue(text.contains("in " + at("main.pass", "waits: ring") + "\n"), text);
        assertTrue(text.contains("in " + at("main.passGlobal", "waits: global ring") + "\n"), text);
        assertTrue(shown("deadlock", core, "--json").startsWith("{\n  \"cycles\": ["));
    }

    @Test
    void leaks_and_the_scheduler_are_told() {
        for (String subject : List.of(pid, core)) {
            String leaks = shown("leaks", subject);
            assertTrue(leaks.startsWith("5 goroutines besides the main one; 5 can never go on\n"), leaks);
            assertTrue(leaks.contains("\n    1 chan receive in " + at("main.passGlobal", "waits: global ring")), leaks);
            String scheduler = shown("scheduler", subject);
            assertTrue(scheduler.startsWith("GOMAXPROCS "), scheduler);
        }
    }

    @Test
    void help_wrong_options_and_processes_that_are_not_there_have_their_exit_statuses() {
        for (String command : COMMANDS) {
            Run help = Command.gjdbg(command, "--help");
            assertEquals(0, help.status());
            assertTrue(help.out().contains("gjdbg " + command + " [options] PID"), help.out());
            Run wrong = Command.gjdbg(command, "--no-such", pid);
            assertEquals(2, wrong.status());
            assertEquals("gjdbg: Unknown option: '--no-such'; see 'gjdbg " + command + " --help'\n", wrong.err());
            Run gone = Command.gjdbg(command, "999999999");
            assertEquals(2, gone.status());
            assertEquals("gjdbg: no process 999999999\n", gone.err());
            assertEquals("", help.err() + wrong.out() + gone.out());
        }
    }

    @Test
    void options_may_stand_before_the_command() {
        Run run = Command.gjdbg("--debug", "deadlock", core);
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }
}
