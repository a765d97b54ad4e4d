package gjdbg.dwarf;

import gjdbg.bytes.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has the code at an address. Among ranges that overlap, the one that begins last counts.
 *
 * @param <T> what has code
 */
final class RangeTable<T> {
    private record Entry<T>(long start, long end, T owner) {}

    /** Lists that are made up may be named by all units and functions. */
    private static final int MOST = 1 << 21;

    private final String owners;
    private final List<Entry<T>> entries = new ArrayList<>();

    /** @param owners what they are, in an error */
    RangeTable(String owners) {
        this.owners = owners;
    }

    /** @throws gjdbg.error.MalformedFile when there are more than any program has */
    void add(Die die, T owner) {
        for (AddressRange range : die.ranges()) {
            entries.add(new Entry<>(range.start().value(), range.end().value(), owner));
            if (entries.size() > MOST) {
                throw die.unit().info().malformed(die.offset(), "more than " + MOST + " ranges of " + owners);
            }
        }
    }

    /** To be called after the last one was added. */
    void sort() {
        entries.sort(Comparator.comparing(Entry::start, Long::compareUnsigned));
    }

    Optional<T> at(long address) {
        int next = Search.firstAbove(
                address, 0, entries.size(), index -> entries.get(index).start());
        if (next == 0 || Long.compareUnsigned(address, entries.get(next - 1).end()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(entries.get(next - 1).owner());
    }
}
