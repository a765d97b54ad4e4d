package gjdbg.dwarf.list;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;

/**
 * The lists of .debug_loc.dwo, GNU's before DWARF 5 (the GCC wiki, "DebugFission"): the first kinds of entries that DWARF 5
 * took over, with numbers of fixed sizes.
 */
final class LocationListSplit extends LocationListV5 {
    private static final int LAST_KIND = 4;

    LocationListSplit(Bytes section, long offset, long unitBase, AddressTable addresses) {
        super(section, offset, unitBase, addresses);
    }

    @Override
    long distance(Cursor at) {
        return at.u32();
    }

    @Override
    long expressionSize(Cursor at) {
        return at.u16();
    }

    @Override
    int kind(Cursor at) {
        int kind = at.u8();
        if (kind > LAST_KIND) {
            throw unknown(kind, at);
        }
        return kind;
    }
}
