package gjdbg.target.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.elf.CoreFile;
import gjdbg.elf.ElfFile;
import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.error.MalformedFile;
import gjdbg.error.MemoryFault;
import gjdbg.session.Condition;
import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import gjdbg.testbins.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken cores end in the clear error or in a view with its gaps marked, soon and without using up the memory. */
class HostileCoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MUTATIONS = 400;
    private static final int HEADER = 64;
    private static final int SEGMENT = 56;
    private static final int WORST_SEGMENT_COUNT = 0xffff;

    @TempDir
    static Path folder;

    private static Path whole;
    private static Path program;
    private static byte[] bytes;
    private static int segments;
    private static int notes;
    private static int notesEnd;

    @BeforeAll
    static void makeCore() throws IOException {
        program = Fixtures.c("ccores", "-g", "-O0");
        whole = folder.resolve("whole");
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(program))) {
            live.addBreakpoint(Where.parse("stand"), Condition.ALWAYS);
            live.resume();
            OwnDumpTest.dump(live, whole);
        }
        bytes = Files.readAllBytes(whole);
        segments = little(bytes).getShort(56) & 0xffff;
        notes = (int) little(bytes).getLong(HEADER + 8);
        notesEnd = notes + (int) little(bytes).getLong(HEADER + 32);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void a_core_cut_at_every_64th_is_read_as_far_as_it_goes() throws IOException {
        String state = use(whole);
        int readable = 0;
        for (int part = 0; part < 64; part++) {
            Path cut =
                    Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, (int) ((long) bytes.length * part / 64)));
            try (CoreSession core = CoreSession.open(cut, Optional.of(program))) {
                assertTrue(core.diagnostics().getFirst().contains("is truncated: it has "), "" + core.diagnostics());
                readable++;
            } catch (MalformedFile e) {
                assertTrue(e.getMessage().contains("truncated") || part == 0, e.getMessage());
            }
            String partial = use(cut);
            assertTrue(part < 63 || partial.contains("stand"), partial);
        }
        assertTrue(readable > 40, readable + " of 64 could be read");
        assertTrue(state.contains("function=stand"), state);
    }

    @Test
    void what_a_cut_took_away_is_said_to_be_not_in_the_core() throws IOException {
        Path cut = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, notesEnd + 8192));
        CoreTarget core = CoreTarget.open(cut, Optional.of(program));
        Mapping stack = CoreTarget.open(whole, Optional.empty()).mappings().stream()
                .filter(mapping -> mapping.path().equals("[stack]"))
                .findFirst()
                .orElseThrow();
        MemoryFault fault = assertThrows(
                MemoryFault.class, () -> core.memory().u64(stack.end().plus(-4096)));
        assertTrue(fault.getMessage().contains(": not in the core, which is truncated"), fault.getMessage());
    }

    @Test
    void mutated_headers_and_notes() throws IOException {
        Random random = new Random(4711);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = Arrays.copyOf(bytes, notesEnd);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                mutate(mutated, random, i % 2 == 0 ? HEADER + segments * SEGMENT : notesEnd);
            }
            String result = use(start(mutated));
            refused += result.startsWith("refused") ? 1 : 0;
        }
        assertTrue(refused > 5 && refused < MUTATIONS, refused + " of " + MUTATIONS + " were refused");
    }

    /** The core with other headers and notes; the rest of the file is written only once. */
    private static Path start(byte[] headers) throws IOException {
        Path file = folder.resolve("other-start");
        if (!Files.exists(file)) {
            Files.write(file, bytes);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(headers), 0);
        }
        return file;
    }

    private static void mutate(byte[] mutated, Random random, int end) {
        int at = random.nextInt(end - 8) & (random.nextBoolean() ? -1 : -8);
        switch (random.nextInt(4)) {
            case 0 -> mutated[at] = (byte) random.nextInt();
            case 1 -> little(mutated).putInt(at, random.nextInt());
            case 2 -> little(mutated).putLong(at, random.nextLong());
            default -> little(mutated).putLong(at, random.nextBoolean() ? -1 : Long.MAX_VALUE >> random.nextInt(40));
        }
    }

    @Test
    void wild_sizes_addresses_and_offsets_of_segments() throws IOException {
        long[] wild = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 47, 1L << 32, bytes.length, 4095};
        for (int field = 8; field < SEGMENT; field += 8) {
            for (long value : wild) {
                byte[] mutated = Arrays.copyOf(bytes, notesEnd);
                for (int segment = 1; segment < segments; segment += 2) {
                    little(mutated).putLong(HEADER + segment * SEGMENT + field, value);
                }
                use(start(mutated));
                for (int segment = 0; segment < segments; segment++) {
                    little(mutated).putLong(HEADER + segment * SEGMENT + field, value);
                }
                use(start(mutated));
            }
        }
    }

    @Test
    void segments_that_overlap() throws IOException {
        byte[] mutated = bytes.clone();
        long stack = little(bytes).getLong(HEADER + (segments - 1) * SEGMENT + 16);
        for (int segment = 1; segment < segments - 1; segment += 3) {
            little(mutated).putLong(HEADER + segment * SEGMENT + 16, stack - 4096);
            little(mutated).putLong(HEADER + segment * SEGMENT + 40, 1 << 20);
        }
        Path file = Files.write(folder.resolve("overlapping"), mutated);
        use(file);
        CoreContents contents = CoreContents.of(CoreFile.open(file));
        long end = 0;
        for (Loaded each : contents.loaded()) {
            assertTrue(
                    Long.compareUnsigned(each.start(), end) >= 0,
                    contents.loaded().toString());
            end = each.end();
        }
    }

    @Test
    void a_count_of_segments_that_the_first_section_header_would_have() throws IOException {
        byte[] mutated = bytes.clone();
        little(mutated).putShort(56, (short) WORST_SEGMENT_COUNT);
        assertTrue(use(Files.write(folder.resolve("count"), mutated)).contains("truncated"));
        for (long sections : new long[] {HEADER, bytes.length - 64, bytes.length, -1}) {
            little(mutated).putLong(40, sections);
            use(Files.write(folder.resolve("count"), mutated));
        }
    }

    @Test
    void a_list_of_files_with_a_wild_count() throws IOException {
        for (long count : new long[] {-1, Long.MAX_VALUE, 1L << 60, 1 << 20, 200, 0}) {
            byte[] mutated = bytes.clone();
            int at = notes;
            while (little(mutated).getInt(at + 8) != CoreNotes.NT_FILE) {
                at += 12
                        + aligned(little(mutated).getInt(at))
                        + aligned(little(mutated).getInt(at + 4));
            }
            little(mutated).putLong(at + 12 + aligned(little(mutated).getInt(at)), count);
            use(Files.write(folder.resolve("files"), mutated));
        }
    }

    private static int aligned(int length) {
        return length + 3 & -4;
    }

    @Test
    void notes_repeated_by_many_segments() throws IOException {
        int count = 60_000;
        byte[] many = Arrays.copyOf(bytes, bytes.length + count * SEGMENT);
        for (int i = 0; i < count; i++) {
            System.arraycopy(bytes, HEADER, many, bytes.length + i * SEGMENT, SEGMENT);
        }
        little(many).putLong(32, bytes.length).putShort(56, (short) count);
        use(Files.write(folder.resolve("many"), many));
    }

    @Test
    void files_that_are_no_cores() throws IOException {
        refused("is no core dump: an executable or shared library file", program);
        refused("not an ELF file", Files.writeString(folder.resolve("text"), "hello\n"));
        refused("not an ELF file: it is empty", Files.write(folder.resolve("empty"), new byte[0]));
        byte[] arm = bytes.clone();
        little(arm).putShort(18, (short) 183);
        refused("ARM64", Files.write(folder.resolve("arm"), arm));
        byte[] narrow = bytes.clone();
        narrow[4] = 1;
        refused("32-bit", Files.write(folder.resolve("narrow"), narrow));
        assertTrue(assertThrows(BadRequest.class, () -> CoreTarget.open(folder.resolve("none"), Optional.empty()))
                .getMessage()
                .endsWith("none: no such file"));
    }

    private static void refused(String why, Path file) {
        MalformedFile refusal = assertThrows(MalformedFile.class, () -> CoreTarget.open(file, Optional.of(program)));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void an_executable_of_another_build_is_told_by_both_build_ids() throws IOException {
        GoBinary built = Fixtures.go("cores", "1.22", Mode.OPT);
        GoBinary other = Fixtures.go("cores", "1.22", Mode.NOOPT);
        Path file = folder.resolve("go");
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(built.path()))) {
            OwnDumpTest.dump(live, file);
        }
        BadRequest refusal = assertThrows(BadRequest.class, () -> CoreTarget.open(file, Optional.of(other.path())));
        String was = ElfFile.open(built.path()).goBuildId().orElseThrow();
        String is = ElfFile.open(other.path()).goBuildId().orElseThrow();
        assertEquals(
                other.path() + " is not the executable of " + file + ": the core has build id " + was
                        + ", the file has " + is,
                refusal.getMessage());
    }

    @Test
    void a_library_that_was_replaced_is_marked_and_not_read() throws IOException {
        Path library = folder.resolve("liblate.so");
        compile("int late(void) { return 4711; }", library, "-shared", "-fPIC");
        Path loader = folder.resolve("loader");
        compile("int late(void); int main(void) { return late(); }", loader, library.toString());
        Path file = folder.resolve("loader.core");
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(loader))) {
            // the JVM asks for more than the kernel's default, and its children inherit that
            Files.writeString(Path.of("/proc/" + live.target().pid() + "/coredump_filter"), "0x33");
            live.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            live.resume();
            OwnDumpTest.dump(live, file);
        }
        Address code = codeOf(file, library.toString());
        CoreTarget.open(file, Optional.empty()).memory().u64(code);
        Files.delete(library);
        compile("int late(void) { return 4712; }", library, "-shared", "-fPIC");
        Address marked = codeOf(file, library + " (deleted)");
        assertEquals(code, marked);
        MemoryFault fault = assertThrows(
                MemoryFault.class,
                () -> CoreTarget.open(file, Optional.empty()).memory().u64(code));
        assertTrue(
                fault.getMessage()
                        .contains(": not in the core, and " + library + " is another file now: the core has"
                                + " build id "),
                fault.getMessage());
    }

    private static Address codeOf(Path core, String path) {
        return CoreTarget.open(core, Optional.empty()).mappings().stream()
                .filter(mapping -> mapping.executable() && mapping.path().equals(path))
                .findFirst()
                .orElseThrow()
                .start();
    }

    private static void compile(String source, Path result, String... flags) throws IOException {
        Path file = Files.writeString(folder.resolve("source.c"), source);
        List<String> command =
                new ArrayList<>(List.of("gcc", "-Wl,--build-id", "-o", result.toString(), file.toString()));
        command.addAll(List.of(flags));
        Run run = Run.of(command, folder, List.of());
        assertEquals(0, run.status(), run.err());
    }

    /** Everything that a script may ask; returns what it tells, or the refusal. */
    private static String use(Path file) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            try (CoreSession core = CoreSession.open(file, Optional.of(program))) {
                StringBuilder text = new StringBuilder(core.diagnostics().toString());
                try {
                    text.append(StateText.of(core));
                } catch (GjdbgException e) {
                    text.append(e.getMessage());
                }
                text.append(core.target().mappings().size());
                for (Mapping mapping : core.target().readableMappings()) {
                    read(core, mapping.start());
                    read(core, mapping.end().plus(-8));
                }
                return text.toString();
            } catch (GjdbgException e) {
                return "refused: " + e.getMessage();
            }
        });
    }

    private static void read(CoreSession core, Address address) {
        try {
            core.target().memory().u64(address);
        } catch (MemoryFault e) {
            // the mapping may be shorter than a word, in a broken core
        }
    }
}
