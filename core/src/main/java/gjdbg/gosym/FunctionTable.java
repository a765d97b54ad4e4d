package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;

/** The table of functions: by their number, in the order of their addresses, where each begins and where its _func is. */
final class FunctionTable {
    private final ElfFile elf;
    private final Tables tables;
    private final Bytes bytes;
    private final Layout layout;
    /** What entries count from that are offsets. */
    private final long text;
    /** Those that the linker has left to the loader; null where the table has them. */
    private final long[] relocated;

    /** @param text where Go's code begins; 0 where the table has addresses */
    FunctionTable(ElfFile elf, Tables tables, long text) {
        this.elf = elf;
        this.tables = tables;
        this.text = text;
        bytes = tables.bytes();
        layout = tables.layout();
        relocated = layout.hasOffsets() || elf.relocations().count() == 0 ? null : relocated();
    }

    private long[] relocated() {
        long[] entries = new long[count() + 1];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = elf.pointerAt(tables.address().plus(tables.functions() + i * 16L));
        }
        return entries;
    }

    int count() {
        return tables.functionCount();
    }

    /** The address of the first instruction; for index = count() the end of the code. */
    long entry(int index) {
        if (layout.hasOffsets()) {
            return text + bytes.u32(tables.functions() + index * 8L);
        }
        return relocated != null ? relocated[index] : bytes.u64(tables.functions() + index * 16L);
    }

    /** The offset of the function's _func. */
    long place(int index) {
        return tables.functionBase()
                + (layout.hasOffsets()
                        ? bytes.u32(tables.functions() + index * 8L + 4)
                        : bytes.u64(tables.functions() + index * 16L + 8));
    }

    /** The number of the function that holds the address; -1 where none does. */
    int indexAt(long pc) {
        int count = count();
        if (pc < entry(0) || pc >= entry(count)) {
            return -1;
        }
        int low = 0;
        int high = count;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (entry(middle) <= pc) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What {@link GoFunction#nameOffset} says, without the object: for walks over all functions. */
    long nameOffset(int index) {
        return bytes.u32(place(index) + layout.nameAt());
    }

    /** What {@link GoFunction#unit} says, without the object. */
    long unit(int index) {
        return layout.hasUnits() ? bytes.u32(place(index) + layout.unitAt()) : 0;
    }
}
