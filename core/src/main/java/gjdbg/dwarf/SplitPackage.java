package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A .dwp file: many .dwo files in one, with an index of what belongs to which unit (DWARF 5, section 7.3.5; GNU's version 2). */
final class SplitPackage {
    private static final String[] COLUMNS_2 = {
        "", "info", "types", "abbrev", "line", "loc", "str_offsets", "macinfo", "macro"
    };
    private static final String[] COLUMNS_5 = {
        "", "info", "", "abbrev", "line", "loclists", "str_offsets", "macro", "rnglists"
    };
    private static final int MOST_COLUMNS = 16;

    private final ElfFile file;
    private final Bytes index;
    private final int columns;
    private final long units;
    private final long slots;
    private final String[] names;

    private SplitPackage(ElfFile file, Bytes index) {
        this.file = file;
        this.index = index;
        Cursor at = index.at(0);
        int version = at.u16();
        at.skip(2);
        if (version != 2 && version != 5) {
            throw index.malformed(0, "an index of version " + version + ", which is not known");
        }
        names = version == 2 ? COLUMNS_2 : COLUMNS_5;
        columns = (int) at.u32();
        units = at.u32();
        slots = at.u32();
        if (columns < 1 || columns > MOST_COLUMNS || slots * 12 > index.size()) {
            throw index.malformed(4, "an index of " + columns + " columns and " + slots + " slots");
        }
    }

    static Optional<SplitPackage> of(ElfFile file) {
        return file.section(".debug_cu_index")
                .filter(Section::hasBytes)
                .map(section -> new SplitPackage(file, section.bytes()));
    }

    /** The parts that belong to the unit; empty where the package does not have it. */
    Optional<Sections> sections(long id) {
        for (long slot = 0; slot < slots; slot++) {
            long row = index.u32(16 + 8 * slots + 4 * slot);
            if (row != 0 && index.u64(16 + 8 * slot) == id) {
                return Optional.of(row(row - 1));
            }
        }
        return Optional.empty();
    }

    private Sections row(long row) {
        long columnNames = 16 + 12 * slots;
        long offsets = columnNames + 4L * columns;
        long sizes = offsets + 4L * columns * units;
        Map<String, Bytes> parts = new HashMap<>();
        for (int column = 0; column < columns; column++) {
            long kind = index.u32(columnNames + 4L * column);
            if (kind > 0 && kind < names.length) {
                long cell = 4 * (row * columns + column);
                String name = names[(int) kind];
                parts.put(name, whole(name).slice(index.u32(offsets + cell), index.u32(sizes + cell)));
            }
        }
        return new Sections(name -> parts.containsKey(name) ? parts.get(name) : whole(name));
    }

    private Bytes whole(String name) {
        return file.section(".debug_" + name + ".dwo")
                .filter(Section::hasBytes)
                .map(Section::bytes)
                .orElseGet(() -> Bytes.of(file.path().toString(), ".debug_" + name + ".dwo", new byte[0]));
    }
}
