package gjdbg.dwarf;

import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which unit has the code at an address. */
final class UnitRanges {
    private record Entry(long start, long end, Unit unit) {}

    /** Lists that are made up may be named by all units. */
    private static final int MOST = 1 << 21;

    private final List<Entry> entries = new ArrayList<>();

    UnitRanges(List<Unit> units) {
        for (Unit unit : units) {
            if (unit.root().tag() == DwTag.COMPILE_UNIT) {
                for (AddressRange range : unit.root().ranges()) {
                    entries.add(new Entry(range.start().value(), range.end().value(), unit));
                    if (entries.size() > MOST) {
                        throw unit.info().malformed(unit.offset(), "more than " + MOST + " ranges of units");
                    }
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::start, Long::compareUnsigned));
    }

    Optional<Unit> at(FileAddress pc) {
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
        return Optional.of(entries.get(low - 1).unit());
    }
}
