package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.FileAddress;
import java.util.Objects;
import java.util.function.Predicate;

/** The lists of .debug_loc.dwo, GNU's before DWARF 5 (the GCC wiki, "DebugFission"): a kind, indices of addresses, 16 bits of length. */
final class LocationListSplit extends LocationList {
    private static final int END_OF_LIST = 0;
    private static final int BASE_ADDRESS = 1;
    private static final int START_END = 2;
    private static final int START_LENGTH = 3;
    private static final int OFFSET_PAIR = 4;

    private final long unitBase;
    private final AddressTable addresses;

    LocationListSplit(Bytes section, long offset, long unitBase, AddressTable addresses) {
        super(section, offset);
        this.unitBase = unitBase;
        this.addresses = Objects.requireNonNull(addresses);
    }

    @Override
    void walk(Predicate<LocationEntry> visitor) {
        Cursor at = section.at(offset);
        long base = unitBase;
        while (true) {
            int kind = at.u8();
            long start;
            long end;
            switch (kind) {
                case END_OF_LIST -> {
                    return;
                }
                case BASE_ADDRESS -> {
                    base = addresses.address(at.uleb());
                    continue;
                }
                case START_END -> {
                    start = addresses.address(at.uleb());
                    end = addresses.address(at.uleb());
                }
                case START_LENGTH -> {
                    start = addresses.address(at.uleb());
                    end = start + at.u32();
                }
                case OFFSET_PAIR -> {
                    start = base + at.u32();
                    end = base + at.u32();
                }
                default -> throw at.malformed("an unknown kind of location list entry, " + kind);
            }
            Bytes expression = at.take(at.u16());
            if (!visitor.test(new LocationEntry(new FileAddress(start), new FileAddress(end), expression, false))) {
                return;
            }
        }
    }
}
