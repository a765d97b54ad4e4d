package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.FileAddress;
import java.util.function.Predicate;

/** The lists of .debug_loc (DWARF 4, section 2.6.2): pairs of offsets from a base that entries of their own select. */
final class LocationListV4 extends LocationList {
    private static final long BASE_SELECTION = -1;

    private final long unitBase;

    LocationListV4(Bytes section, long offset, long unitBase) {
        super(section, offset);
        this.unitBase = unitBase;
    }

    @Override
    void walk(Predicate<LocationEntry> visitor) {
        Cursor at = section.at(offset);
        long base = unitBase;
        while (true) {
            long start = at.u64();
            long end = at.u64();
            if (start == 0 && end == 0) {
                return;
            }
            if (start == BASE_SELECTION) {
                base = end;
                continue;
            }
            Bytes expression = at.take(at.u16());
            if (!visitor.test(
                    new LocationEntry(new FileAddress(base + start), new FileAddress(base + end), expression, false))) {
                return;
            }
        }
    }
}
