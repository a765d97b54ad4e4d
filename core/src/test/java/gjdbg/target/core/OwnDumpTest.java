package gjdbg.target.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.elf.CoreFile;
import gjdbg.error.BadRequest;
import gjdbg.error.MemoryFault;
import gjdbg.session.Condition;
import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.session.Session;
import gjdbg.session.SessionState;
import gjdbg.session.StepKind;
import gjdbg.session.StopReason;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Cores that gjdbg writes: what they show is what the process showed, byte for byte, to gjdbg and to gdb. */
@Timeout(240)
class OwnDumpTest {
    private static final int PAGE = 4096;
    private static final long FIRST = 0x7000_0000_0000L;

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "cores",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE, Mode.CGO})
    void a_Go_program_and_its_core_show_the_same(GoBinary cores) throws IOException {
        showTheSame(LaunchRequest.of(cores.path(), "pass"), "main.stand");
    }

    @Test
    void a_C_program_and_its_core_show_the_same() throws IOException {
        Path program = Fixtures.c("ccores", "-g", "-O0");
        showTheSame(LaunchRequest.of(program), "stand");
    }

    private void showTheSame(LaunchRequest request, String function) throws IOException {
        Path file = folder.resolve("core");
        try (LiveSession live = LiveSession.launch(request)) {
            // the JVM asks for more than the kernel's default, and its children inherit that
            Files.writeString(Path.of("/proc/" + live.target().pid() + "/coredump_filter"), "0x33");
            live.addBreakpoint(Where.parse(function), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, live.resume().reason());
            dump(live, file);
            try (CoreSession core = CoreSession.open(file, Optional.empty())) {
                assertEquals(List.of(), core.diagnostics());
                assertEquals(SessionState.CORE, core.state());
                assertEquals(StopReason.INTERRUPT, core.lastStop().reason());
                assertEquals(
                        live.lastStop().thread().map(TargetThread::id),
                        core.lastStop().thread().map(TargetThread::id));
                String state = StateText.of(live);
                assertTrue(state.contains(function), state);
                StateText.assertSame(state, StateText.of(core));
                assertEquals(names(live), names(core));
                compareMemory(live, core);
            }
            assertTrue(occupied(file) < Files.size(file) / 2, occupied(file) + " of " + Files.size(file));
        }
    }

    private static List<String> names(Session session) {
        return session.target().threads().stream().map(TargetThread::name).toList();
    }

    private static long occupied(Path file) throws IOException {
        return Long.parseLong(Run.of(List.of("stat", "-c", "%b", file.toString()), file.getParent(), List.of())
                        .out()
                        .strip())
                * 512;
    }

    /** Every page that the process can read is the same in the core; but the kernel's own data pages, which no core has. */
    private static void compareMemory(Session live, Session core) {
        int pages = 0;
        for (Mapping mapping : live.target().mappings()) {
            if (!mapping.readable() || mapping.path().startsWith("[v")) {
                continue;
            }
            for (Address at = mapping.start(); at.compareTo(mapping.end()) < 0; at = at.plus(PAGE)) {
                byte[] page;
                try {
                    page = live.target().memory().bytes(at, PAGE);
                } catch (MemoryFault e) {
                    continue;
                }
                Address where = at;
                assertArrayEquals(page, core.target().memory().bytes(at, PAGE), () -> mapping + " at " + where);
                pages++;
            }
        }
        assertTrue(pages > 100, pages + " pages");
    }

    @GoProgramTest(
            program = "cores",
            modes = {Mode.NOOPT, Mode.PIE})
    void gdb_shows_the_same_backtrace_and_none_of_our_breakpoints(GoBinary cores) throws IOException {
        Path file = folder.resolve("core");
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(cores.path(), "pass"))) {
            live.addBreakpoint(Where.parse("main.stand"), Condition.ALWAYS);
            live.resume();
            dump(live, file);
            Address pc = live.lastStop()
                    .thread()
                    .map(thread -> live.frames(thread).iterator().next().pc())
                    .orElseThrow();
            Run gdb = Run.of(
                    List.of(
                            "gdb",
                            "-nx",
                            "-batch",
                            "-ex",
                            "backtrace",
                            "-ex",
                            "x/16xb " + pc,
                            cores.path().toString(),
                            file.toString()),
                    folder,
                    List.of());
            String[] expected = {"main.stand", "main.deep", "main.deep", "main.deep", "main.deep", "main.main"};
            for (int i = 0; i < expected.length; i++) {
                String frame = "(?m)^#" + i + " .*" + expected[i].replace(".", "\\.") + " \\(.*";
                assertTrue(Pattern.compile(frame).matcher(gdb.out()).find(), gdb.out() + gdb.err());
            }
            byte[] code = live.target().memory().bytes(pc, 2);
            assertTrue(
                    gdb.out().contains(String.format(":\t0x%02x\t0x%02x\t", code[0] & 0xff, code[1] & 0xff)),
                    gdb.out());
        }
    }

    @Test
    void the_coredump_filter_of_the_process_decides() throws IOException {
        Path whole = folder.resolve("whole");
        Path none = folder.resolve("none");
        GoBinary cores = Fixtures.go("cores", "1.26", Mode.OPT);
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(cores.path(), "pass"))) {
            live.addBreakpoint(Where.parse("main.stand"), Condition.ALWAYS);
            live.resume();
            Path filter = Path.of("/proc/" + live.target().pid() + "/coredump_filter");
            Files.writeString(filter, "0x37");
            dump(live, whole);
            Files.writeString(filter, "0");
            dump(live, none);
            long text = live.program().main().low().value();
            CoreContents all = CoreContents.of(CoreFile.open(whole));
            assertTrue(all.bytes(text, 5 * PAGE).isPresent(), "the code is in the core");
            CoreTarget little = CoreTarget.open(none, Optional.of(cores.path()));
            assertTrue(
                    little.diagnostics().toString().contains("cannot tell"),
                    little.diagnostics().toString());
            long stack = live.target().threads().getFirst().registers().get(Register.RSP);
            MemoryFault fault =
                    assertThrows(MemoryFault.class, () -> little.memory().u64(new Address(stack)));
            assertTrue(fault.getMessage().endsWith(": not in the core"), fault.getMessage());
        }
    }

    @Test
    void everything_that_would_run_or_change_is_refused() throws IOException {
        Path file = folder.resolve("core");
        GoBinary cores = Fixtures.go("cores", "1.26", Mode.NOOPT);
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(cores.path(), "pass"))) {
            dump(live, file);
        }
        try (CoreSession core = CoreSession.open(file, Optional.empty())) {
            TargetThread thread = core.target().threads().getFirst();
            refused(core::resume);
            refused(core::kill);
            refused(core::detach);
            refused(() -> core.stepInstruction(thread));
            refused(() -> core.step(thread, StepKind.NEXT));
            refused(() -> core.addBreakpoint(Where.parse("main.main"), Condition.ALWAYS));
            refused(() -> thread.registers().set(Register.RAX, 1));
            refused(() -> thread.registers().setVector(0, new byte[16]));
            refused(() -> core.target().memory().write(new Address(0x400000), new byte[1]));
        }
    }

    private static void refused(Executable action) {
        BadRequest refusal = assertThrows(BadRequest.class, action);
        assertTrue(
                refusal.getMessage().endsWith(" is a core dump: it can be read, and neither run nor changed"),
                refusal.getMessage());
    }

    @Test
    void more_mappings_than_a_header_counts() throws IOException {
        Path file = folder.resolve("core");
        int count = 70_000;
        List<ProcessImage.RegionImage> regions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Address start = new Address(FIRST + i * 2L * PAGE);
            regions.add(new ProcessImage.RegionImage(
                    new Mapping(start, start.plus(PAGE), true, true, false, 0, 0, ""), PAGE, false));
        }
        ProcessImage image = new ProcessImage(
                new ProcessImage.ProcessFacts(7, 1, 7, 7, 0, 0, 'R', 0, 0, "many", "many mappings"),
                List.of(new ProcessImage.ThreadImage(
                        7, "many", 11, new byte[27 * 8], new byte[512], Optional.empty(), Optional.empty())),
                new byte[16],
                List.of(),
                regions,
                new Addresses(),
                (address, pages) -> Optional.empty());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            CoreWriter.write(image, channel, (done, total) -> {});
        }
        CoreTarget core = CoreTarget.open(
                file, Optional.of(Fixtures.go("hello", "1.26", Mode.OPT).path()));
        assertEquals(
                count,
                core.mappings().stream()
                        .filter(mapping -> mapping.start().value() >= FIRST)
                        .count());
        for (int i = 0; i < count; i += 997) {
            long address = FIRST + i * 2L * PAGE + 8;
            assertEquals(address, core.memory().u64(new Address(address)));
        }
        assertEquals(OptionalInt.of(11), core.signal());
        Run readelf = Run.of(List.of("readelf", "-hW", file.toString()), folder, List.of());
        assertTrue(readelf.out().contains("65535 (" + (count + 1) + ")"), readelf.out());
    }

    /** Memory where each word is its own address. */
    private static final class Addresses implements Memory {
        @Override
        public void read(Address address, byte[] into, int offset, int length) {
            ByteBuffer words = ByteBuffer.wrap(into, offset, length).order(ByteOrder.LITTLE_ENDIAN);
            for (long at = address.value(); words.hasRemaining(); at += 8) {
                words.putLong(at);
            }
        }

        @Override
        public void write(Address address, byte[] bytes) {
            throw new AssertionError("nothing is written");
        }
    }

    static void dump(Session session, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            session.dump(channel, (done, total) -> {});
        }
    }
}
