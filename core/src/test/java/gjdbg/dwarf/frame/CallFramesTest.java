package gjdbg.dwarf.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rows of whole files are those that readelf shows. */
class CallFramesTest {
    @Test
    void rows_of_libc_are_those_that_readelf_shows() {
        compare(Path.of("/lib/x86_64-linux-gnu/libc.so.6"), 20_000);
    }

    @Test
    void rows_of_an_optimised_program_are_those_that_readelf_shows() {
        compare(Fixtures.c("cframes", "-O2", "-g", "-fomit-frame-pointer"), 30);
    }

    @Test
    void rows_of_debug_frame_are_those_that_readelf_shows() {
        compare(Fixtures.c("cframes", "-O2", "-g", "-fno-asynchronous-unwind-tables", "-static"), 1_000);
    }

    @Test
    void rows_of_a_Go_program_with_C_are_those_that_readelf_shows() {
        compare(Fixtures.go("callbacks", "1.26", Mode.CGO).path(), 5_000);
    }

    private static void compare(Path file, int atLeast) {
        CallFrames frames = CallFrames.of(ElfFile.open(file));
        List<String> wrong = new ArrayList<>();
        List<ReadelfFrames.Row> rows = ReadelfFrames.of(file);
        for (ReadelfFrames.Row row : rows) {
            Optional<String> problem = row.differsFrom(frames.rowAt(new FileAddress(row.address())));
            problem.ifPresent(wrong::add);
        }
        System.out.println(file.getFileName() + ": " + rows.size() + " rows compared, " + wrong.size() + " differ");
        assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
        assertTrue(rows.size() >= atLeast, rows.size() + " rows");
    }
}
