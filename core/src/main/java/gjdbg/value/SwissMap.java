package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;

/**
 * Swiss maps (internal/runtime/maps, from Go 1.24 on): up to eight entries stand in one group; more in tables of groups,
 * which a directory lists by the first bits of the hash, a table several times where it serves several values of them.
 *
 * @param directory the address of the list of tables, or of the one group where there are no tables
 * @param tables the length of that list, 0 where there are no tables
 */
record SwissMap(long size, long directory, long tables, long globalDepth, Layout layout) {
    private static final int SLOTS = 8;
    private static final int MOST_DEPTH = 40;
    private static final long LARGEST_GROUP = 1 << 16;
    /** The capacity of a table is a number of 16 bits. */
    private static final long LARGEST_TABLE = 1 << 16;

    /**
     * Offsets in bytes, those of the slots within a group.
     *
     * @param dataOffset of the groups' address in a table, as maskOffset of their number minus one
     */
    record Layout(
            RuntimeStruct table,
            long dataOffset,
            long maskOffset,
            long groupSize,
            long control,
            long slots,
            long slotSize,
            long key,
            long value,
            MapTypes types) {
        static Layout of(Type map, RuntimeStruct struct) {
            RuntimeStruct table = struct.struct("dirPtr");
            RuntimeStruct groups = table.struct("groups");
            RuntimeStruct group = groups.struct("data");
            Type slots = group.field("slots").type();
            boolean known = slots.length().orElse(0) == SLOTS
                    && slots.element().isPresent()
                    && group.field("ctrl").type().size() == SLOTS;
            if (!known || group.type().size() > LARGEST_GROUP) {
                throw new Unavailable(
                        "", "its layout is not known: that of " + group.type().name());
            }
            RuntimeStruct slot = new RuntimeStruct(slots.element().orElseThrow());
            return new Layout(
                    table,
                    table.offset("groups") + groups.offset("data"),
                    table.offset("groups") + groups.offset("lengthMask"),
                    group.type().size(),
                    group.offset("ctrl"),
                    group.offset("slots"),
                    slot.type().size(),
                    slot.offset("key"),
                    slot.offset("elem"),
                    MapTypes.of(
                            map, slot.field("key").type(), slot.field("elem").type()));
        }
    }

    static Reading read(Address address, RuntimeStruct struct, TypedValue value) {
        Memory memory = value.context().memory();
        RuntimeStruct.Bits header = struct.at(address, memory);
        Layout layout = Layout.of(value.type(), struct);
        long size = header.word("used");
        long tables = header.word("dirLen");
        long depth = header.word("globalDepth");
        if (tables != 0 && (depth > MOST_DEPTH || tables != 1L << depth)) {
            throw MapWalk.corrupt("its directory has " + tables + " tables and a depth of " + depth);
        }
        if (size < 0 || size > (tables == 0 ? SLOTS : tables * LARGEST_TABLE)) {
            throw MapWalk.corrupt("it counts " + size + " entries in " + tables + " tables");
        }
        SwissMap map = new SwissMap(size, header.word("dirPtr"), tables, depth, layout);
        return new Reading.Mapping(address, size, () -> new SwissWalk(map, value.context()));
    }
}
