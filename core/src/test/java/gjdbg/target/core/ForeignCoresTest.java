package gjdbg.target.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.target.TargetThread;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cores by other writers: what they show is what the process showed. */
@Timeout(240)
class ForeignCoresTest {
    private static final int SIGABRT = 6;

    @TempDir
    Path folder;

    /** Of Go 1.17 in all modes: the address space that later releases reserve is a gigabyte of zeros to gcore. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"NOOPT", "OPT", "PIE", "CGO"})
    void a_core_by_gdb_shows_what_the_Go_process_shows(Mode mode) throws IOException, InterruptedException {
        gcore(Fixtures.go("cores", "1.17", mode).path(), "main.stand");
    }

    @Test
    void a_core_by_gdb_shows_what_the_process_of_a_later_Go_shows() throws IOException, InterruptedException {
        gcore(Fixtures.go("cores", "1.26", Mode.CGO).path(), "main.stand");
    }

    @Test
    void a_core_by_gdb_shows_what_the_C_process_shows() throws IOException, InterruptedException {
        gcore(Fixtures.c("ccores", "-g", "-O0"), "global calls = 7");
    }

    private void gcore(Path executable, String function) throws IOException, InterruptedException {
        try (CoreProgram program = CoreProgram.start(folder, executable, "wait")) {
            program.freeze();
            String pid = Integer.toString(program.pid());
            Run gcore = Run.of(List.of("gcore", "-o", "gdb", pid), folder, List.of());
            assertEquals(0, gcore.status(), gcore.err());
            sameAsLive(program, folder.resolve("gdb." + pid), function);
        }
    }

    private static void sameAsLive(CoreProgram program, Path file, String function) {
        try (CoreSession core = CoreSession.open(file, Optional.empty());
                LiveSession live = LiveSession.attach(program.pid())) {
            assertEquals(List.of(), core.diagnostics());
            assertEquals(StopReason.INTERRUPT, core.lastStop().reason());
            String state = StateText.of(live);
            assertTrue(state.contains(function), state);
            StateText.assertSame(state, StateText.of(core));
        }
    }

    @GoProgramTest(
            program = "cores",
            modes = {Mode.NOOPT, Mode.PIE, Mode.CGO})
    void a_core_by_Delve_shows_what_the_process_shows(GoBinary cores) throws IOException, InterruptedException {
        Optional<Path> delve = delve();
        assumeTrue(delve.isPresent(), "no Delve is built: bench/run makes one");
        Path file = folder.resolve("delve");
        Path commands = Files.writeString(folder.resolve("commands"), "dump " + file + "\nexit -c\n");
        try (CoreProgram program = CoreProgram.start(folder, cores.path(), "wait")) {
            program.freeze();
            String state;
            try (LiveSession live = LiveSession.attach(program.pid())) {
                state = StateText.of(live);
            }
            Run dlv = Run.of(
                    List.of(
                            delve.get().toString(),
                            "attach",
                            Integer.toString(program.pid()),
                            "--allow-non-terminal-interactive=true",
                            "--check-go-version=false",
                            "--init",
                            commands.toString()),
                    folder,
                    List.of());
            assertTrue(Files.exists(file), dlv.out() + dlv.err());
            try (CoreSession core = CoreSession.open(file, Optional.empty())) {
                assertTrue(state.contains("main.stand"), state);
                StateText.assertSame(state, StateText.of(core));
            }
        }
    }

    private static Optional<Path> delve() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "gjdbg", "bench");
        if (!Files.isDirectory(cache)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(cache)) {
            return versions.map(version -> version.resolve("dlv"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    @GoProgramTest(
            program = "cores",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO})
    void the_kernel_s_core_of_a_crash_shows_the_thread_as_it_crashed(GoBinary cores)
            throws IOException, InterruptedException {
        crash(cores.path(), "main.stand");
    }

    @Test
    void the_kernel_s_core_of_an_abort_in_C_shows_the_thread_as_it_aborted() throws IOException, InterruptedException {
        crash(Fixtures.c("ccores", "-g", "-O0"), "global calls");
    }

    /** Under gjdbg up to the signal that ends it, then on to its end and the core. */
    private void crash(Path executable, String function) throws IOException, InterruptedException {
        String pattern =
                Files.readString(Path.of("/proc/sys/kernel/core_pattern")).strip();
        assumeTrue(!pattern.startsWith("|") && !pattern.contains("/"), "the kernel writes cores elsewhere: " + pattern);
        String state;
        int thread;
        try (CoreProgram program = CoreProgram.start(folder, executable, "wait")) {
            try (LiveSession live = LiveSession.attach(program.pid())) {
                program.say("c");
                Stop stop = live.resume();
                while (stop.reason() == StopReason.PANIC) {
                    stop = live.resume();
                }
                assertEquals(StopReason.SIGNAL, stop.reason());
                assertEquals(SIGABRT, stop.signal().orElse(0));
                TargetThread crashed = stop.thread().orElseThrow();
                thread = crashed.id();
                state = StateText.of(live, crashed);
                assertTrue(live.resume().ended());
            }
            program.awaitEnd();
        }
        Path file = theCore();
        try (CoreSession core = CoreSession.open(file, Optional.empty())) {
            assertEquals(List.of(), core.diagnostics());
            assertEquals(StopReason.SIGNAL, core.lastStop().reason());
            assertEquals(SIGABRT, core.lastStop().signal().orElse(0));
            TargetThread crashed = core.lastStop().thread().orElseThrow();
            assertEquals(thread, crashed.id());
            assertTrue(state.contains(function), state);
            StateText.assertSame(state, StateText.of(core, crashed));
        }
    }

    private Path theCore() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("core"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the kernel wrote no core"));
        }
    }
}
