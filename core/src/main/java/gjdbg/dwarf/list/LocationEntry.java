package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.elf.FileAddress;

/**
 * One entry of a location list: where an object is while the PC is in a range.
 *
 * @param end the first address after the range
 * @param fallback whether it holds wherever no other entry does (DW_LLE_default_location); its range is then empty
 */
public record LocationEntry(FileAddress start, FileAddress end, Bytes expression, boolean fallback) {
    boolean contains(long pc) {
        return Long.compareUnsigned(pc, start.value()) >= 0 && Long.compareUnsigned(pc, end.value()) < 0;
    }
}
