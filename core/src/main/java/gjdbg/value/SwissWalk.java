package gjdbg.value;

import gjdbg.target.Address;

/** A walk over the groups of a Swiss map, each table once. */
final class SwissWalk extends MapWalk {
    private static final int SLOTS = 8;
    /** Set in the control byte of a slot that is empty or deleted. */
    private static final int FREE = 0x80;

    private final SwissMap map;
    private final SwissMap.Layout layout;

    private long nextTable;
    /** The group at which the walk is, and how many come after it in its table. */
    private long group;

    private long groupsLeft;
    private long control;
    private int slot = SLOTS;

    SwissWalk(SwissMap map, ValueContext context) {
        super(map.size(), map.layout().types(), context);
        this.map = map;
        layout = map.layout();
        if (map.tables() == 0) {
            group = map.directory() - layout.groupSize();
            groupsLeft = 1;
        }
    }

    @Override
    boolean advance() {
        while (true) {
            while (++slot < SLOTS) {
                if ((control >>> 8 * slot & FREE) == 0) {
                    return true;
                }
            }
            while (groupsLeft == 0) {
                if (nextTable >= map.tables()) {
                    return false;
                }
                toNextTable();
            }
            toNextGroup();
        }
    }

    private void toNextGroup() {
        group += layout.groupSize();
        if (!memory.holds(group, (int) layout.groupSize())) {
            long rest = groupsLeft * layout.groupSize();
            prefetch(group, rest, (int) layout.groupSize());
        }
        groupsLeft--;
        control = memory.u64(new Address(group + layout.control()));
        slot = -1;
    }

    private void toNextTable() {
        Address address = memory.pointer(new Address(map.directory() + 8 * nextTable));
        RuntimeStruct.Bits table = layout.table().at(address, memory);
        long depth = table.word("localDepth");
        if (depth > map.globalDepth()) {
            throw corrupt("its table at " + address + " has a depth of " + depth + ", its directory one of "
                    + map.globalDepth());
        }
        // The same table stands in all places of the directory that begin with its bits.
        long places = 1L << map.globalDepth() - depth;
        nextTable = (nextTable / places + 1) * places;
        long groups = memory.u64(address.plus(layout.maskOffset())) + 1;
        long capacity = table.word("capacity");
        // a wild number of groups overflows when it is multiplied
        if (groups < 0 || groups > capacity || groups * SLOTS != capacity) {
            throw corrupt("its table at " + address + " has " + groups + " groups for " + capacity + " slots");
        }
        if (table.word("used") > 0) {
            group = memory.u64(address.plus(layout.dataOffset())) - layout.groupSize();
            groupsLeft = groups;
        }
    }

    @Override
    Address keySlot() {
        return new Address(group + layout.slots() + slot * layout.slotSize() + layout.key());
    }

    @Override
    Address valueSlot() {
        return new Address(group + layout.slots() + slot * layout.slotSize() + layout.value());
    }
}
