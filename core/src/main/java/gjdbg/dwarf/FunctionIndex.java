package gjdbg.dwarf;

import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The functions of one unit that have code, by their addresses. */
public final class FunctionIndex {
    private record Entry(long start, long end, Die function) {}

    /** Lists that are made up may be named by all functions. */
    private static final int MOST = 1 << 21;

    private final List<Entry> entries = new ArrayList<>();

    FunctionIndex(Unit unit) {
        unit.root().forEachChild(child -> {
            if (child.tag() == DwTag.SUBPROGRAM) {
                for (AddressRange range : child.ranges()) {
                    entries.add(new Entry(range.start().value(), range.end().value(), child));
                    if (entries.size() > MOST) {
                        throw unit.info().malformed(unit.offset(), "more than " + MOST + " ranges of functions");
                    }
                }
            }
            return true;
        });
        entries.sort(Comparator.comparing(Entry::start, Long::compareUnsigned));
    }

    /** The DW_TAG_subprogram whose code holds the PC. */
    public Optional<Die> at(FileAddress pc) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(entries.get(middle).start(), pc.value()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0 || Long.compareUnsigned(pc.value(), entries.get(low - 1).end()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(entries.get(low - 1).function());
    }
}
