package gjdbg.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gjdbg core} and {@code target.dump} by the real command: what they show, exit statuses and messages. */
class CoreCommandTest {
    /** What a script can ask of a process and of its core alike. */
    private static final String SHOW = """
            import { target } from 'gjdbg';
            export function show() {
              console.log(target.pid, target.path, target.args, target.language, target.goVersion);
              for (const thread of target.threads) {
                console.log(`${thread} g${thread.goroutine?.id} ${thread.registers} ${thread.registers.xmm0}`);
                for (const frame of thread.frames()) console.log(`  ${frame}`);
              }
              const frame = target.stop.frame;
              console.log(frame.args, frame.locals, frame.caller.args, frame.eval('a.Tags[1]'), target.eval('a.Next.Name'));
              console.log(frame.args.a.Limits.get('week'), frame.args.a.Any);
              console.log(target.globals['main.total'], target.globals['main.names'], target.globals['main.pages']);
              console.log(target.memory.read(frame.pc, 32), target.memory.readU64(frame.registers.rsp));
              console.log(target.symbols.at(frame.pc), target.types.get('main.Account').size);
              console.log(target.symbols.disassemble(frame.pc, { count: 4 }).map(String));
              console.log(target.memory.search('grüß').length > 0, target.libraries);
              console.log(target.memory.regions.filter(r => r.path.startsWith('/')));
            }
            """;

    @TempDir
    Path folder;

    private Path program;
    private Path core;

    @BeforeEach
    void makeFiles() throws IOException {
        program = Fixtures.go("cores", "1.26", Mode.NOOPT).path();
        core = folder.resolve("program.core");
        Files.writeString(folder.resolve("show.js"), SHOW);
    }

    private Path script(String code) throws IOException {
        return Files.writeString(folder.resolve("script.js"), "import { target } from 'gjdbg';\n" + code);
    }

    /** Runs the program up to main.stand, and there the code. */
    private Run onLive(String code) throws IOException {
        Path script = script(
                "import { show } from './show.js';\ntarget.breakpoint('main.stand');\ntarget.continue();\n" + code);
        return Command.gjdbg("run", "--allow-write=" + folder, script.toString(), program.toString(), "pass");
    }

    private Run onCore(String code, Path... files) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("core", script(code).toString()),
                        Stream.of(files).map(Path::toString))
                .toArray(String[]::new);
        return Command.gjdbg(arguments);
    }

    private void makeCore() throws IOException {
        Run run = onLive("target.dump('" + core + "');");
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
    }

    @Test
    void the_same_script_prints_the_same_on_the_process_and_on_its_core() throws IOException {
        Run live = onLive("target.dump('" + core + "');\nshow();");
        assertEquals(0, live.status(), live.err());
        Run dead = onCore("import { show } from './show.js';\nshow();", core);
        assertEquals(0, dead.status(), dead.err());
        assertEquals("", dead.err());
        assertTrue(dead.out().contains("main.stand at ") && dead.out().contains("Name: \"ann\""), dead.out());
        assertEquals(live.out(), dead.out());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(core)));
    }

    @Test
    void a_core_tells_its_state_and_refuses_to_run() throws IOException {
        makeCore();
        Run run = onCore("console.log(target.state, target.stop.reason, `${target.stop}`);\ntarget.continue();", core);
        assertEquals(1, run.status());
        assertTrue(run.out().startsWith("core interrupt interrupt at main.stand at "), run.out());
        assertTrue(
                run.err()
                        .startsWith("gjdbg: BadRequest: " + core
                                + " is a core dump: it can be read, and neither run nor changed\n"),
                run.err());
        assertTrue(run.err().contains("script.js:3:"), run.err());
    }

    @Test
    void a_script_of_hooks_alone_is_refused_on_a_core() throws IOException {
        makeCore();
        for (String code : List.of(
                "target.hook('main.stand', { onEnter() {} });",
                "target.on('exit', () => {});",
                "target.stop.frame.set('how', 'x');",
                "target.stop.frame.registers.rax = 1n;",
                "target.stop.goroutine.step();",
                "target.threads[0].stepInstruction();",
                "target.memory.write(target.stop.frame.pc, [1]);")) {
            Run run = onCore(code, core);
            assertEquals(1, run.status(), code);
            assertTrue(run.err().contains("neither run nor changed"), code + run.err());
        }
    }

    @Test
    void dumping_needs_the_grant() throws IOException {
        Path script = script("target.dump('" + core + "');");
        Run run = Command.gjdbg("run", script.toString(), program.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().contains("the script may not write") && run.err().contains("--allow-write="), run.err());
        assertFalse(Files.exists(core));
    }

    @Test
    void a_dump_that_can_t_be_written_leaves_nothing_behind() throws IOException {
        Path script = script("target.dump('" + core + "');");
        Path gjdbg = Command.PACKED.resolve("bin/gjdbg");
        String limited = "ulimit -f 64; exec \"$0\" run --allow-write=" + folder + " \"$@\"";
        Run run = Command.run(
                Path.of("/bin/sh"),
                folder,
                List.of(),
                "-c",
                limited,
                gjdbg.toString(),
                script.toString(),
                program.toString());
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().startsWith("gjdbg: BadRequest: cannot write " + core + ": File too large\n"), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("script.js", "show.js"),
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Run device = onLive("target.dump('/dev/full');");
        assertEquals(1, device.status());
        assertTrue(device.err().contains("may not write"), device.err());
    }

    @Test
    void a_core_cut_short_is_read_with_a_warning() throws IOException {
        makeCore();
        long size = Files.size(core);
        try (RandomAccessFile file = new RandomAccessFile(core.toFile(), "rw")) {
            file.setLength(size - 4096);
        }
        Run run = onCore(
                "console.log(target.threads.length > 1, target.memory.readU64(target.threads[0].registers.rip) > 0);",
                core);
        assertEquals(0, run.status(), run.err());
        assertEquals("true true\n", run.out());
        assertEquals(
                "gjdbg: " + core + " is truncated: it has " + (size - 4096) + " of " + size + " bytes\n", run.err());
    }

    @Test
    void files_that_can_t_be_used_end_with_status_2_and_one_line() throws IOException {
        makeCore();
        Path text = Files.writeString(folder.resolve("text"), "no core\n");
        Path stump = Files.write(folder.resolve("stump"), Arrays.copyOf(Files.readAllBytes(core), 100));
        Path other = Fixtures.go("cores", "1.22", Mode.NOOPT).path();
        unusable("no-such: no such file", onCore("", folder.resolve("no-such")));
        unusable("is a folder, not a file", onCore("", folder));
        unusable("not an ELF file", onCore("", text));
        unusable("is no core dump: an executable file", onCore("", program));
        unusable("truncated", onCore("", stump, program));
        unusable("no-such: no such file", onCore("", core, folder.resolve("no-such")));
        unusable("is a core dump, not the executable", onCore("", core, core));
        unusable(other + " is not the executable of " + core + ": the core has build id ", onCore("", core, other));
    }

    @Test
    void an_executable_that_is_gone_is_asked_for() throws IOException {
        Path moved = Files.copy(program, folder.resolve("moved"));
        assertTrue(moved.toFile().setExecutable(true));
        program = moved;
        makeCore();
        Path elsewhere = Files.move(moved, folder.resolve("elsewhere"));
        unusable(
                "the executable of " + core + " was " + moved + ", which is not there; name it after the core",
                onCore("", core));
        Run run = onCore("console.log(target.stop.frame.function, target.path);", core, elsewhere);
        assertEquals("main.stand " + elsewhere + "\n", run.out(), run.err());
    }

    @Test
    void wrong_usage() {
        unusable("a core is wanted: gjdbg core script.js CORE [EXECUTABLE]", Command.gjdbg("core", "-e", "1"));
        unusable("a core is wanted", Command.gjdbg("core", "-e", "1", "a", "b", "c"));
        unusable("Unknown option: '--bogus'", Command.gjdbg("core", "--bogus"));
        unusable("there is no script none.js", Command.gjdbg("core", "none.js", "core"));
    }

    private static void unusable(String message, Run run) {
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().startsWith("gjdbg: ") && run.err().contains(message), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }
}
