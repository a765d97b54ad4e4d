package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.target.Address;
import gjdbg.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LaunchTest {
    private static final String TRAPS = """
            #include <stdlib.h>
            int main(int argc, char **argv) {
                for (int i = atoi(argv[1]); i > 0; i--) __asm__ volatile("int3");
                return 7;
            }
            """;
    private static final String SHOWS = """
            #include <fcntl.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <unistd.h>
            extern char **environ;
            int main(int argc, char **argv) {
                char line[4096], cwd[4096];
                sigset_t blocked;
                sigprocmask(SIG_BLOCK, 0, &blocked);
                for (int s = 1; s < 65; s++) {
                    struct sigaction old;
                    if (sigismember(&blocked, s) == 1) printf("blocked %d\\n", s);
                    if (sigaction(s, 0, &old) == 0 && old.sa_handler != SIG_DFL) printf("handled %d\\n", s);
                }
                for (int fd = 3; fd < 1000; fd++) if (fcntl(fd, F_GETFD) >= 0) printf("open %d\\n", fd);
                for (int i = 1; i < argc; i++) printf("arg %s\\n", argv[i]);
                for (char **e = environ; *e; e++) printf("env %s\\n", *e);
                printf("cwd %s\\n", getcwd(cwd, sizeof cwd));
                while (fgets(line, sizeof line, stdin)) printf("in %s", line);
                fprintf(stderr, "err\\n");
                return 0;
            }
            """;

    @TempDir
    Path directory;

    @Test
    void aLaunchedProgramStandsBeforeItsFirstInstructionAndEndsWithItsOwnStatus() {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build(TRAPS), "0"));
        LiveThread thread = process.liveThreads().getFirst();
        long pc = thread.registers().programCounter();
        assertTrue(process.mappings().stream()
                .anyMatch(m -> m.contains(new Address(pc))
                        && m.executable()
                        && m.path().contains("ld-linux")));
        process.resume(thread, 0);
        assertEquals(new WaitEvent.ThreadEnded(process.pid()), process.await());
        assertEquals(new WaitEvent.ProcessEnded(OptionalInt.of(7), OptionalInt.empty()), process.await());
        TargetGone gone = assertThrows(TargetGone.class, process::await);
        assertEquals("exited with status 7", gone.status());
    }

    @Test
    void eachInt3IsOneTrapWithThePcBehindIt() {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build(TRAPS), "3"));
        LiveThread thread = process.liveThreads().getFirst();
        for (int i = 0; i < 3; i++) {
            process.resume(thread, 0);
            assertEquals(new WaitEvent.Trapped(thread, WaitEvent.Trap.BREAKPOINT), process.await());
            long pc = thread.registers().get(Register.RIP);
            assertEquals(0xcc, process.memory().u8(new Address(pc - 1)));
        }
        process.kill();
        assertEquals(
                "was killed by SIGKILL",
                assertThrows(TargetGone.class, process::await).status());
    }

    @Test
    void theProgramGetsItsArgumentsEnvironmentDirectoryAndFilesAndNothingOfTheJvm() throws IOException {
        Path input = Files.writeString(directory.resolve("in put"), "hello\n");
        Path output = directory.resolve("out");
        LiveProcess process = LiveProcess.launch(new LaunchRequest(
                CProgram.build(SHOWS),
                List.of("a b", "", "$HOME"),
                Optional.of(Map.of("ONLY", "this one")),
                Optional.of(directory),
                Optional.of(input),
                Optional.of(output),
                Optional.of(output),
                false));
        process.resume(process.liveThreads().getFirst(), 0);
        while (!(process.await() instanceof WaitEvent.ProcessEnded)) {}
        List<String> lines = Files.readAllLines(output);
        lines.removeIf(line -> line.startsWith("env PWD=") || line.startsWith("env OLDPWD="));
        assertEquals(
                List.of(
                        "err",
                        "arg a b",
                        "arg ",
                        "arg $HOME",
                        "env ONLY=this one",
                        "cwd " + directory.toRealPath(),
                        "in hello"),
                lines);
    }

    @Test
    void whatCannotBeRunIsNamedWithTheReason() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "#!/bin/sh\nexit 0\n");
        assertRefused("no such program: ", directory.resolve("missing"));
        assertRefused("a directory", directory);
        assertRefused("chmod +x", text);
        text.toFile().setExecutable(true);
        assertRefused("launch its interpreter", text);
    }

    @Test
    void aMissingDynamicLinkerIsToldAndNothingStaysBehind() throws Exception {
        Path source = Files.writeString(directory.resolve("p.c"), "int main(void) { return 0; }");
        Path program = directory.resolve("p");
        assertEquals(
                0,
                CProgram.start(
                                "gcc",
                                "-Wl,--dynamic-linker=/no/such/ld.so",
                                "-o",
                                program.toString(),
                                source.toString())
                        .waitFor());
        assertRefused("dynamic linker", program);
        assertEquals(-1, SystemCalls.waitpid(-1, new Scratch(4).address, SystemCalls.WALL | SystemCalls.WNOTHREAD));
        assertEquals(SystemCalls.ECHILD, SystemCalls.errno());
    }

    private static void assertRefused(String part, Path program) {
        BadRequest refused = assertThrows(BadRequest.class, () -> LiveProcess.launch(LaunchRequest.of(program)));
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
        assertTrue(refused.getMessage().contains(program.toString()), refused.getMessage());
    }

    @Test
    void withoutAslrTheProgramIsAtTheSamePlaceEachTime() {
        assertEquals(entryWithoutAslr(), entryWithoutAslr());
    }

    private static long entryWithoutAslr() {
        LiveProcess process = LiveProcess.launch(new LaunchRequest(
                CProgram.build(TRAPS),
                List.of("0"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true));
        long entry = process.auxiliary(9).orElseThrow();
        process.kill();
        return entry;
    }

    @Test
    void registersAndMemoryAreReadAndWritten() {
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build(TRAPS), "1"));
        LiveThread thread = process.liveThreads().getFirst();
        process.resume(thread, 0);
        assertInstanceOf(WaitEvent.Trapped.class, process.await());
        byte[] vector = "sixteen bytes ok".getBytes();
        long pc = thread.registers().programCounter();
        thread.registers().set(Register.R12, 0x1234_5678_9abc_def0L);
        thread.registers().setVector(15, vector);
        thread.registers().setProgramCounter(pc - 1);
        byte[] nop = {(byte) 0x90};
        process.memory().write(new Address(pc - 1), nop);
        process.singleStep(thread, 0);
        assertEquals(new WaitEvent.Trapped(thread, WaitEvent.Trap.STEP), process.await());
        assertEquals(pc, thread.registers().programCounter());
        assertEquals(0x1234_5678_9abc_def0L, thread.registers().get(Register.R12));
        assertEquals(new String(vector), new String(thread.registers().vector(15)));
        Address stack = new Address(thread.registers().get(Register.RSP) - 64);
        process.memory().writeU64(stack, 42);
        assertEquals(42, process.memory().u64(stack));
        assertThrows(gjdbg.error.MemoryFault.class, () -> process.memory().u64(new Address(8)));
        assertThrows(gjdbg.error.MemoryFault.class, () -> process.memory().writeU64(new Address(-8), 1));
        process.kill();
    }
}
