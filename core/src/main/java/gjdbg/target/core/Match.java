package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Note;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whether a file is the one that was mapped when the core was written: by the build ids, which the first page of a program
 * has and which cores keep by default; else by that page itself.
 */
sealed interface Match {
    /** It is. */
    record Same() implements Match {}

    /** It is not; the ids are "" where the first pages were compared. */
    record Other(String coreId, String fileId) implements Match {
        @Override
        public String toString() {
            return coreId.isEmpty()
                    ? "the file's first page is not the one in the core"
                    : "the core has build id " + coreId + ", the file has " + fileId;
        }
    }

    /** The core or the file does not tell. */
    record Unknown(String why) implements Match {}

    int PAGE = 4096;

    /** @param base where the file's first byte is mapped */
    static Match of(ElfFile file, long base, CoreContents contents) {
        Ids core = Ids.inMemory(base, contents);
        Optional<Match> byGnu = compare(core.gnu(), file.buildId());
        if (byGnu.isPresent()) {
            return byGnu.get();
        }
        Optional<Match> byGo = compare(core.go(), file.goBuildId());
        if (byGo.isPresent()) {
            return byGo.get();
        }
        int length = Math.min(PAGE, file.bytes().size());
        Optional<byte[]> page = contents.bytes(base, length);
        if (page.isEmpty()) {
            return new Unknown("the core has neither its build id nor its first page");
        }
        return Arrays.equals(page.get(), file.bytes().array(0, length)) ? new Same() : new Other("", "");
    }

    private static Optional<Match> compare(Optional<String> core, Optional<String> file) {
        if (core.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(core.equals(file) ? new Same() : new Other(core.get(), file.get()));
    }

    /** The build ids of a program, read out of the memory that it was mapped to. */
    record Ids(Optional<String> gnu, Optional<String> go) {
        private static final int HEADER_SIZE = 64;
        private static final int SEGMENT_SIZE = 56;
        private static final int MOST_SEGMENTS = 64;
        private static final int PT_NOTE = 4;
        private static final int LARGEST_NOTES = 1 << 16;

        static Ids inMemory(long base, CoreContents contents) {
            String[] found = new String[2];
            Optional<byte[]> header = contents.bytes(base, HEADER_SIZE);
            if (header.isPresent()) {
                Bytes elf = Bytes.of("", "", header.get());
                if (elf.i32(0) == 0x464c457f) {
                    readNotes(base, elf.u64(32), Math.min(MOST_SEGMENTS, elf.u16(56)), contents, found);
                }
            }
            return new Ids(Optional.ofNullable(found[0]), Optional.ofNullable(found[1]));
        }

        private static void readNotes(long base, long table, int count, CoreContents contents, String[] found) {
            Optional<byte[]> headers = contents.bytes(base + table, count * SEGMENT_SIZE);
            if (headers.isEmpty()) {
                return;
            }
            Bytes segments = Bytes.of("", "", headers.get());
            for (int i = 0; i < count; i++) {
                long at = (long) i * SEGMENT_SIZE;
                long size = segments.u64(at + 32);
                if (segments.i32(at) == PT_NOTE && size > 0 && size <= LARGEST_NOTES) {
                    // by the offset in the file: the first page is mapped as it stands there
                    contents.bytes(base + segments.u64(at + 8), (int) size)
                            .ifPresent(notes -> Note.each(
                                    Bytes.of("", "", notes), segments.u64(at + 48), note -> take(note, found)));
                }
            }
        }

        private static void take(Note note, String[] found) {
            Bytes data = note.data();
            if (note.type() == Note.NT_GNU_BUILD_ID && note.owner().equals("GNU")) {
                found[0] = HexFormat.of().formatHex(data.array(0, data.size()));
            } else if (note.type() == Note.NT_GO_BUILD_ID && note.owner().equals("Go")) {
                found[1] = data.text(0, data.size());
            }
        }
    }
}
