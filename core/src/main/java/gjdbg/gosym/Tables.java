package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import java.util.Optional;

/**
 * The header of a .gopclntab and the places of its tables, all offsets in bytes from the header.
 *
 * @param bytes from the header to the end of the section or segment that holds it
 * @param address of the header
 * @param functionCount without the entry that marks the end
 * @param headerText the start of the text as the header tells it: may be 0 (Go 1.26) or relocated
 * @param functions the function table, and the base of the offsets in it
 */
record Tables(
        Bytes bytes,
        FileAddress address,
        Layout layout,
        int functionCount,
        long fileCount,
        long headerText,
        long names,
        long units,
        long files,
        long pcValues,
        long functions) {
    private static final int HEADER_1_2 = 8 + 8;

    /** The tables at this place of the bytes, or empty where there is no such header. */
    static Optional<Tables> read(ElfFile elf, Bytes bytes, FileAddress address) {
        if (bytes.size() < 72) {
            return Optional.empty();
        }
        Layout layout = Layout.of(bytes.i32(0));
        // two zero bytes, an instruction quantum of 1 and pointers of 8 bytes: x86-64
        if (layout == null || bytes.u16(4) != 0 || bytes.u8(6) != 1 || bytes.u8(7) != 8) {
            return Optional.empty();
        }
        long count = bytes.u64(8);
        if (count <= 0 || count > bytes.size() / layout.entrySize()) {
            return Optional.empty();
        }
        Tables tables =
                switch (layout) {
                    case GO_1_2 -> oldest(bytes, address, (int) count);
                    case GO_1_16 -> withOffsets(bytes, address, layout, (int) count, 24, 0);
                    case GO_1_18, GO_1_20 ->
                        withOffsets(bytes, address, layout, (int) count, 32, elf.pointerAt(address.plus(24)));
                };
        return tables.isSane() ? Optional.of(tables) : Optional.empty();
    }

    private static Tables oldest(Bytes bytes, FileAddress address, int count) {
        long fileOffsetAt = HEADER_1_2 + (long) count * 16 + 8;
        long files = fileOffsetAt + 4 <= bytes.size() ? bytes.u32(fileOffsetAt) : -1;
        long fileCount = files >= 0 && files + 4 <= bytes.size() ? bytes.u32(files) : 0;
        return new Tables(bytes, address, Layout.GO_1_2, count, fileCount, 0, 0, 0, files, 0, HEADER_1_2);
    }

    private static Tables withOffsets(
            Bytes bytes, FileAddress address, Layout layout, int count, long at, long headerText) {
        return new Tables(
                bytes,
                address,
                layout,
                count,
                bytes.u64(16),
                headerText,
                bytes.u64(at),
                bytes.u64(at + 8),
                bytes.u64(at + 16),
                bytes.u64(at + 24),
                bytes.u64(at + 32));
    }

    private boolean isSane() {
        long size = bytes.size();
        boolean inside = inside(names, size)
                && inside(units, size)
                && inside(files, size)
                && inside(pcValues, size)
                && inside(functions, size);
        return inside
                && fileCount >= 0
                && (long) functionCount * layout.entrySize() + layout.entrySize() / 2 <= size - functions;
    }

    private static boolean inside(long offset, long size) {
        return offset >= 0 && offset < size;
    }

    /** Offsets of _func structures count from here: in the oldest layout from the header. */
    long functionBase() {
        return layout == Layout.GO_1_2 ? 0 : functions;
    }

    /** The first byte after the names, as far as the header tells. */
    long namesEnd() {
        return units > names ? units : bytes.size();
    }

    /** The first byte after the unit table. */
    long unitsEnd() {
        return files > units ? files : bytes.size();
    }

    /** The first byte after the file names. */
    long filesEnd() {
        return pcValues > files ? pcValues : bytes.size();
    }
}
