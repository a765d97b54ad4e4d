package gjdbg.dwarf.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import gjdbg.error.MalformedFile;
import gjdbg.testbins.Fixtures;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged call frame information ends in the error for malformed files, or in rows. */
class DamagedFramesTest {
    @Test
    void damaged_sections_give_rows_or_the_error_for_malformed_files() {
        Section section = ElfFile.open(Fixtures.c("cframes", "-O2", "-g", "-fomit-frame-pointer"))
                .section(".eh_frame")
                .orElseThrow();
        byte[] whole = section.bytes().array(0, section.bytes().size());
        Random random = new Random(7);
        int rows = 0;
        int refused = 0;
        for (int input = 0; input < 5_000; input++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            boolean exceptions = random.nextInt(8) > 0;
            FrameSection frames = new FrameSection(
                    Bytes.of("made up", ".eh_frame", damaged),
                    exceptions,
                    section.address().value());
            Optional<Long> next = Optional.of(0L);
            try {
                new ScannedIndex(frames).entryFor(0x1000);
            } catch (MalformedFile e) {
                refused++;
            }
            try {
                while (next.isPresent()) {
                    Optional<DescriptionEntry> entry = frames.description(next.get());
                    if (entry.isPresent()) {
                        RowProgram.rowAt(
                                entry.get(),
                                entry.get().end() - 1,
                                section.address().value());
                        rows++;
                    }
                    next = frames.next(next.get());
                }
            } catch (MalformedFile e) {
                refused++;
            }
        }
        System.out.println("5000 damaged sections: " + rows + " rows, " + refused + " refused");
        assertTrue(rows > 1_000 && refused > 1_000, rows + " rows, " + refused + " refused");
    }
}
