package gjdbg.dwarf;

import gjdbg.bytes.Search;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lists of ranges of one unit that a PC was looked for in, each read once. Entries that are made up may all name one long
 * list, or lists that begin one within another, so a look at one must not take time in its length.
 */
final class RangeLists {
    /** Of all lists together. */
    private static final int MOST_RANGES = 1 << 21;

    private final Unit unit;
    private final Map<Long, long[]> lists = new HashMap<>();
    private int count;

    RangeLists(Unit unit) {
        this.unit = unit;
    }

    /** @param offset of the list in .debug_ranges or .debug_rnglists */
    synchronized boolean contains(long offset, FileAddress pc) {
        long[] bounds = lists.computeIfAbsent(offset, this::read);
        return (Search.firstAbove(pc.value(), 0, bounds.length, index -> bounds[index]) & 1) != 0;
    }

    /** Starts and ends by turns, ascending, of ranges that don't touch: a PC is inside after an odd number of them. */
    private long[] read(long offset) {
        List<AddressRange> ranges = new ArrayList<>(RangeReader.list(unit, offset));
        count += ranges.size() + 1;
        if (count > MOST_RANGES) {
            throw unit.info().malformed(unit.offset(), "lists of more than " + MOST_RANGES + " ranges");
        }
        ranges.sort(Comparator.comparing(AddressRange::start));
        long[] bounds = new long[2 * ranges.size()];
        int length = 0;
        for (AddressRange range : ranges) {
            long start = range.start().value();
            long end = range.end().value();
            if (length > 0 && Long.compareUnsigned(start, bounds[length - 1]) <= 0) {
                bounds[length - 1] = Long.compareUnsigned(end, bounds[length - 1]) > 0 ? end : bounds[length - 1];
            } else {
                bounds[length++] = start;
                bounds[length++] = end;
            }
        }
        return length == bounds.length ? bounds : Arrays.copyOf(bounds, length);
    }
}
