package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.built.Command;
import gjdbg.elf.ElfFile;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Run;
import gjdbg.unwind.Frame;
import gjdbg.value.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debug information that stands in a file of its own is found there, and values read as the program prints them. */
@Timeout(60)
class DebugFilesTest {
    private static final String ROOTS = "gjdbg.debug.path";

    @TempDir
    Path folder;

    private Path program;
    private Path debug;

    @BeforeEach
    void stripped() throws IOException {
        folder = folder.toRealPath();
        program = folder.resolve("ctypes");
        debug = folder.resolve("ctypes.debug");
        Files.copy(Fixtures.c("ctypes", "-O0", "-g", "-Wl,--build-id"), program);
        run("objcopy", "--only-keep-debug", program.toString(), debug.toString());
        run("objcopy", "--strip-all", "--add-gnu-debuglink=" + debug, program.toString());
    }

    @AfterEach
    void noRoots() {
        System.clearProperty(ROOTS);
    }

    @Test
    void beside_the_executable() throws IOException {
        assertValuesRead(program);
    }

    @Test
    void beside_the_file_that_a_link_leads_to() throws IOException {
        Path link = Files.createDirectory(folder.resolve("elsewhere")).resolve("link");
        assertValuesRead(Files.createSymbolicLink(link, program));
    }

    @Test
    void in_the_debug_folder_beside_the_executable() throws IOException {
        moved(folder.resolve(".debug").resolve("ctypes.debug"));
        assertValuesRead(program);
    }

    @Test
    void under_a_root_by_the_path_of_the_executable() throws IOException {
        Path root = folder.resolve("root");
        moved(root.resolve(Path.of("/").relativize(folder)).resolve("ctypes.debug"));
        System.setProperty(ROOTS, "/nowhere:" + root);
        assertValuesRead(program);
    }

    @Test
    void under_a_root_by_build_id() throws IOException {
        Path root = folder.resolve("root");
        String id = ElfFile.open(program).buildId().orElseThrow();
        moved(root.resolve(".build-id").resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug"));
        run("objcopy", "--remove-section=.gnu_debuglink", program.toString());
        System.setProperty(ROOTS, root.toString());
        assertValuesRead(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "zlib-gnu", "zstd"})
    void with_compressed_sections(String kind) throws IOException {
        run("objcopy", "--compress-debug-sections=" + kind, debug.toString());
        assertTrue(ElfFile.open(debug).buildId().isPresent());
        // the sum of the link no longer fits, the build id does
        assertValuesRead(program);
    }

    @Test
    void a_missing_file_is_named_with_the_places_where_it_was_looked_for() throws IOException {
        Files.delete(debug);
        String why = whyNoValues();
        assertTrue(why.contains("it was moved to ctypes.debug, which is none of " + debug + ", "), why);
        assertTrue(why.contains(folder + "/.debug/ctypes.debug, /usr/lib/debug" + folder + "/ctypes.debug"), why);
    }

    @Test
    void a_file_of_another_build_is_refused_with_both_sums() throws IOException {
        Path other = Fixtures.c("cframes", "-O0", "-g", "-Wl,--build-id");
        run("objcopy", "--only-keep-debug", other.toString(), debug.toString());
        String why = whyNoValues();
        String sum = String.format(
                "0x%08x", ElfFile.open(program).debugLink().orElseThrow().crc());
        assertTrue(why.contains(debug + " is of another build: its CRC-32 is 0x"), why);
        assertTrue(why.contains("the one that .gnu_debuglink names is " + sum), why);
    }

    @Test
    void a_file_by_build_id_of_another_build_is_refused_with_both_ids() throws IOException {
        Path root = folder.resolve("root");
        String id = ElfFile.open(program).buildId().orElseThrow();
        Path other = Fixtures.c("cframes", "-O0", "-g", "-Wl,--build-id");
        run("objcopy", "--only-keep-debug", other.toString(), debug.toString());
        moved(root.resolve(".build-id").resolve(id.substring(0, 2)).resolve(id.substring(2) + ".debug"));
        System.setProperty(ROOTS, root.toString());
        String why = whyNoValues();
        assertTrue(
                why.contains("is of another build: its build id is "
                        + ElfFile.open(other).buildId().orElseThrow() + ", the executable's " + id),
                why);
    }

    @Test
    void a_file_that_is_no_ELF_file_is_refused() throws IOException {
        Files.writeString(debug, "not of this kind");
        String why = whyNoValues();
        assertTrue(why.contains(debug + " can't be used: "), why);
    }

    @Test
    void an_executable_without_debug_information_is_not_said_to_have_some_elsewhere() throws IOException {
        run("objcopy", "--remove-section=.gnu_debuglink", program.toString());
        assertTrue(whyNoValues().contains("(it was built with"), whyNoValues());
    }

    private void moved(Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(debug, to);
    }

    private String whyNoValues() {
        try (LiveSession session = Sessions.launched(program)) {
            assertThrows(NotFound.class, () -> session.addBreakpoint(Where.parse("main"), Condition.ALWAYS));
            return assertThrows(Unavailable.class, session::globals).why();
        }
    }

    private static void assertValuesRead(Path program) throws IOException {
        List<String> printed = Run.of(List.of(program.toString()), Path.of("/"), List.of())
                .out()
                .lines()
                .toList();
        List<String> read = new ArrayList<>();
        try (LiveSession session = Sessions.launched(program)) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Frame frame = Sessions.innermost(session, session.lastStop());
            assertEquals("main", frame.position().function());
            assertTrue(
                    frame.position().file().endsWith("ctypes.c"),
                    frame.position().file());
            Variables variables = session.variables(frame);
            for (String line : printed) {
                String name = line.substring(0, line.indexOf('='));
                read.add(name + "=" + variables.evaluate(name));
            }
        }
        assertEquals(printed, read);
        assertTrue(printed.size() > 10, printed.toString());
    }

    private void run(String... command) {
        Command.run(folder, Map.of(), List.of(command));
    }
}
