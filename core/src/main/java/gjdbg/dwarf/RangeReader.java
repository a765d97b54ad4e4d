package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.bytes.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Ranges of addresses: low and high PC, .debug_ranges and .debug_rnglists (DWARF 5, sections 2.17 and 7.25). */
final class RangeReader {
    private RangeReader() {}

    static List<AddressRange> of(Die die) {
        OptionalLong list = listOf(die);
        if (list.isPresent()) {
            return list(die.unit(), list.getAsLong());
        }
        OptionalLong low = die.number(DwAt.LOW_PC);
        OptionalLong high = die.number(DwAt.HIGH_PC);
        if (low.isEmpty() || high.isEmpty()) {
            return List.of();
        }
        long end = die.isAddress(DwAt.HIGH_PC) ? high.getAsLong() : low.getAsLong() + high.getAsLong();
        return Long.compareUnsigned(end, low.getAsLong()) > 0
                ? List.of(AddressRange.of(low.getAsLong(), end))
                : List.of();
    }

    /** Where the entry's list of ranges is, in .debug_ranges or .debug_rnglists; empty where it has none. */
    static OptionalLong listOf(Die die) {
        OptionalLong list = die.number(DwAt.RANGES);
        if (list.isPresent() && die.unit().isSplit() && die.unit().version() < 5) {
            long base = die.unit().code().number(DwAt.GNU_RANGES_BASE).orElse(0);
            return OptionalLong.of(base + list.getAsLong());
        }
        if (list.isEmpty() || !die.isListIndex(DwAt.RANGES)) {
            return list;
        }
        return OptionalLong.of(die.unit().listOffset("rnglists", DwAt.RNGLISTS_BASE, list.getAsLong()));
    }

    static List<AddressRange> list(Unit unit, long offset) {
        return unit.version() < 5 ? version4(unit, offset) : version5(unit, offset);
    }

    private static List<AddressRange> version4(Unit unit, long offset) {
        List<AddressRange> ranges = new ArrayList<>();
        Bytes section = unit.dwarf().sections().get("ranges");
        Cursor at = section.at(offset);
        long base = unit.base().value();
        while (true) {
            long start = at.u64();
            long end = at.u64();
            if (start == 0 && end == 0) {
                return ranges;
            }
            if (start == -1) {
                base = end;
            } else {
                add(ranges, base + start, base + end);
            }
        }
    }

    private static List<AddressRange> version5(Unit unit, long offset) {
        List<AddressRange> ranges = new ArrayList<>();
        Cursor at = unit.dwarf().sections().get("rnglists").at(offset);
        // Units without a low PC have their base set by the list itself.
        long base = unit.base().value();
        while (true) {
            int kind = at.u8();
            switch (kind) {
                case 0 -> {
                    return ranges;
                }
                case 1 -> base = unit.indexedAddress(at.uleb());
                case 2 -> {
                    long start = unit.indexedAddress(at.uleb());
                    add(ranges, start, unit.indexedAddress(at.uleb()));
                }
                case 3 -> {
                    long start = unit.indexedAddress(at.uleb());
                    add(ranges, start, start + at.uleb());
                }
                case 4 -> {
                    long start = base + at.uleb();
                    add(ranges, start, base + at.uleb());
                }
                case 5 -> base = at.u64();
                case 6 -> {
                    long start = at.u64();
                    add(ranges, start, at.u64());
                }
                case 7 -> {
                    long start = at.u64();
                    add(ranges, start, start + at.uleb());
                }
                default -> throw at.malformed("an unknown kind of range list entry, " + kind);
            }
        }
    }

    private static void add(List<AddressRange> ranges, long start, long end) {
        if (Long.compareUnsigned(start, end) < 0) {
            ranges.add(AddressRange.of(start, end));
        }
    }
}
