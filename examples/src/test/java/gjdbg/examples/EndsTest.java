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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a session can end: Ctrl-C in each phase, a target that dies, and a process that was attached and has to live on. */
class EndsTest {
    private static final String HOOK = "let n = 0;\ntarget.hook('main.tick', { onEnter(f) { n++; } });\n";

    @TempDir
    Path folder;

    private Path longrun;

    @BeforeEach
    void build() {
        longrun = Fixtures.go("longrun", "1.26", Mode.OPT).path();
    }

    @Test
    void ctrl_C_while_the_target_runs() throws IOException {
        interrupted("INT", 130, "console.log('ready');\ntarget.continue();");
    }

    @Test
    void ctrl_C_in_an_endless_script() throws IOException {
        interrupted("INT", 130, "console.error('ready');\nfor (;;);");
    }

    @Test
    void ctrl_C_in_an_endless_hook() throws IOException {
        interrupted(
                "INT",
                130,
                "target.hook('main.tick', { onEnter() { console.error('ready'); for (;;); } });\ntarget.continue();");
    }

    @Test
    void ctrl_C_before_the_script_runs() throws IOException {
        String early = "sleep 0.1; kill -INT $!; wait $!; echo \"status $?\"";
        Run run = shell(script("for (;;);"), early);
        assertTrue(run.out().contains("status 130\n"), run.out() + run.err());
        assertEquals(0, left());
    }

    @Test
    void a_SIGTERM_while_the_target_runs() throws IOException {
        interrupted("TERM", 143, "console.log('ready');\ntarget.continue();");
    }

    @Test
    void a_target_that_is_killed_while_it_runs() throws IOException {
        Path file = script(HOOK + "console.error('ready');\nconst stop = target.continue();\n"
                + "console.log(stop.reason, stop.signal, n > 0);");
        Run run = shell(
                file, waitFor("err") + "sleep 0.5; pkill -KILL -f '^" + longrun + "'; wait $!; echo \"status $?\"");
        assertTrue(run.out().contains("status 0\n"), run.out());
        assertTrue(output().contains("killed SIGKILL true\n"), output());
    }

    @Test
    void a_target_that_exits_while_a_hook_runs() throws IOException {
        Path file = script("""
                let n = 0;
                target.hook('main.tick', { onEnter(f) { if (n++) return; const end = Date.now() + 1500; while (Date.now() < end); } });
                const stop = target.continue();
                console.log(stop.reason, stop.exitCode);
                """);
        Run run = Command.gjdbg("run", file.toString(), longrun.toString(), "-seconds", "0.3");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().endsWith("exit 7\n"), run.out());
    }

    @Test
    void an_attached_process_lives_on_after_thousands_of_hits() throws IOException {
        Run run = attached(HOOK + "target.hook('main.tick', { onEnter() { if (n >= 5000) return 'stop'; } });\n"
                + "const stop = target.continue();\nconsole.log(stop.reason, n);\ntarget.detach();\n");
        assertTrue(run.out().contains("gjdbg 0\n"), run.out() + run.err() + output());
        assertTrue(output().startsWith("hook 500"), output());
        assertTrue(run.out().endsWith("ticks true\ntarget 7\n"), run.out());
    }

    @Test
    void an_attached_process_lives_on_when_the_script_throws() throws IOException {
        Run run = attached(
                "let n = 0;\ntarget.hook('main.tick', { onEnter() { if (++n === 2000) throw new Error('enough'); } });\n"
                        + "target.continue();\n");
        assertTrue(run.out().contains("gjdbg 1\n"), run.out() + run.err());
        assertTrue(Files.readString(folder.resolve("err")).contains("Error: enough"));
        assertTrue(run.out().endsWith("ticks true\ntarget 7\n"), run.out());
    }

    @Test
    void an_attached_process_lives_on_when_gjdbg_gets_a_SIGTERM() throws IOException {
        Path file = script(HOOK + "console.error('ready');\ntarget.continue();\n");
        Run run = Run.of(
                List.of(
                        "bash",
                        "-c",
                        longrun + " -seconds 4 & target=$!; sleep 0.3; " + attach(file) + " & debugger=$!; "
                                + waitFor("err")
                                + "sleep 0.5; kill -TERM $debugger; wait $debugger; echo \"gjdbg $?\"; "
                                + "wait $target; echo \"target $?\""),
                folder,
                List.of());
        assertTrue(run.out().contains("gjdbg 143\n"), run.out() + run.err());
        assertTrue(run.out().endsWith("ticks true\ntarget 7\n"), run.out());
    }

    @Test
    void an_attached_process_that_stands_still_lives_on_when_gjdbg_is_killed() throws IOException {
        Path file = script(HOOK + "target.breakpoint('main.tick', { when: () => n > 100 });\n"
                + "target.continue();\ntarget.continue();\n"
                + "console.error('ready');\nwhile (true);\n");
        Run run = Run.of(
                List.of(
                        "bash",
                        "-c",
                        longrun + " -seconds 4 & target=$!; sleep 0.3; " + attach(file) + " & debugger=$!; "
                                + waitFor("err") + "kill -KILL $debugger; wait $debugger; echo \"gjdbg $?\"; "
                                + "wait $target; echo \"target $?\""),
                folder,
                List.of());
        assertTrue(run.out().contains("gjdbg 137\n"), run.out() + run.err());
        assertTrue(run.out().endsWith("ticks true\ntarget 7\n"), run.out());
    }

    @Test
    void a_process_that_another_debugger_has_says_so() throws IOException {
        Path file = script("console.error('ready');\ntarget.continue();");
        Run run = shell(
                file,
                waitFor("err") + Command.PACKED.resolve("bin/gjdbg") + " attach -e 0 $(pgrep -f '^" + longrun
                        + "'); echo \"second $?\"; kill $!; wait $!");
        assertTrue(run.out().contains("second 2\n"), run.out());
        assertTrue(run.err().contains("Operation not permitted") && run.err().contains("trac"), run.err());
        assertFalse(run.err().contains(".java"), run.err());
    }

    private Run attached(String code) throws IOException {
        return Run.of(
                List.of(
                        "bash",
                        "-c",
                        longrun + " -seconds 4 & target=$!; sleep 0.3; " + attach(script(code))
                                + "; echo \"gjdbg $?\"; wait $target; echo \"target $?\""),
                folder,
                List.of());
    }

    private String attach(Path file) {
        return Command.PACKED.resolve("bin/gjdbg") + " attach " + file + " $target >out 2>err";
    }

    private void interrupted(String signal, int status, String code) throws IOException {
        Run run = shell(
                script(code),
                "for i in $(seq 100); do cat out err 2>/dev/null | grep -q 'ready\\|pid' && break; sleep 0.1; done; sleep 0.3; kill -"
                        + signal + " $!; wait $!; echo \"status $?\"");
        assertTrue(run.out().contains("status " + status + "\n"), run.out() + run.err() + output());
        assertEquals(0, left());
    }

    /** Runs gjdbg in the background of a shell, where Ctrl-C is not ignored as it would be without job control. */
    private Run shell(Path file, String then) {
        String command = "set -m; " + Command.PACKED.resolve("bin/gjdbg") + " run " + file + " " + longrun
                + " -seconds 20 >out 2>err & " + then;
        return Run.of(List.of("bash", "-c", command), folder, List.of());
    }

    private static String waitFor(String file) {
        return "for i in $(seq 100); do grep -q ready " + file + " 2>/dev/null && break; sleep 0.1; done; ";
    }

    private long left() {
        return Run.of(List.of("pgrep", "-f", "^" + longrun + " -seconds 20"), folder, List.of())
                .out()
                .lines()
                .count();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private Path script(String code) throws IOException {
        return Files.writeString(folder.resolve("script.js"), "import { target } from 'gjdbg';\n" + code);
    }
}
