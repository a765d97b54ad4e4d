package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.FileAddress;
import gjdbg.error.MalformedFile;
import java.util.Objects;
import java.util.function.Predicate;

/** The lists of .debug_loclists (DWARF 5, sections 2.6.2 and 7.7.3). */
sealed class LocationListV5 extends LocationList permits LocationListSplit {
    private static final int END_OF_LIST = 0;
    private static final int BASE_ADDRESSX = 1;
    private static final int STARTX_ENDX = 2;
    private static final int STARTX_LENGTH = 3;
    private static final int OFFSET_PAIR = 4;
    private static final int DEFAULT_LOCATION = 5;
    private static final int BASE_ADDRESS = 6;
    private static final int START_END = 7;
    private static final int START_LENGTH = 8;
    private static final int GNU_VIEW_PAIR = 9;

    private final long unitBase;
    private final AddressTable addresses;

    LocationListV5(Bytes section, long offset, long unitBase, AddressTable addresses) {
        super(section, offset);
        this.unitBase = unitBase;
        this.addresses = Objects.requireNonNull(addresses);
    }

    /** An offset from the base, or a length. */
    long distance(Cursor at) {
        return at.uleb();
    }

    /** In bytes. */
    long expressionSize(Cursor at) {
        return at.uleb();
    }

    int kind(Cursor at) {
        return at.u8();
    }

    static MalformedFile unknown(int kind, Cursor at) {
        return at.malformed("an unknown kind of location list entry, " + kind);
    }

    @Override
    final void walk(Predicate<LocationEntry> visitor) {
        Cursor at = section.at(offset);
        long base = unitBase;
        while (true) {
            int kind = kind(at);
            long start = 0;
            long end = 0;
            switch (kind) {
                case END_OF_LIST -> {
                    return;
                }
                case BASE_ADDRESSX -> {
                    base = addresses.address(at.uleb());
                    continue;
                }
                case BASE_ADDRESS -> {
                    base = at.u64();
                    continue;
                }
                case GNU_VIEW_PAIR -> {
                    // Two view numbers, which tell apart places at one PC; a stop is always at the first.
                    at.uleb();
                    at.uleb();
                    continue;
                }
                case STARTX_ENDX -> {
                    start = addresses.address(at.uleb());
                    end = addresses.address(at.uleb());
                }
                case STARTX_LENGTH -> {
                    start = addresses.address(at.uleb());
                    end = start + distance(at);
                }
                case OFFSET_PAIR -> {
                    start = base + distance(at);
                    end = base + distance(at);
                }
                case START_END -> {
                    start = at.u64();
                    end = at.u64();
                }
                case START_LENGTH -> {
                    start = at.u64();
                    end = start + distance(at);
                }
                case DEFAULT_LOCATION -> {}
                default -> throw unknown(kind, at);
            }
            Bytes expression = at.take(expressionSize(at));
            if (!visitor.test(new LocationEntry(
                    new FileAddress(start), new FileAddress(end), expression, kind == DEFAULT_LOCATION))) {
                return;
            }
        }
    }
}
