package gjdbg.dwarf.frame;

import gjdbg.bytes.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An index made by reading the head of each entry. */
final class ScannedIndex implements FrameIndex {
    private static final int MOST_ENTRIES = 1 << 21;

    private record Start(long pc, long offset) {}

    private final List<Start> starts = new ArrayList<>();

    ScannedIndex(FrameSection section) {
        Optional<Long> next = Optional.of(0L);
        while (next.isPresent()) {
            long offset = next.get();
            section.description(offset)
                    .filter(entry -> entry.start() != entry.end())
                    .ifPresent(entry -> starts.add(new Start(entry.start(), offset)));
            if (starts.size() > MOST_ENTRIES) {
                throw section.bytes().malformed(offset, "more than " + MOST_ENTRIES + " frame entries");
            }
            next = section.next(offset);
        }
        starts.sort(Comparator.comparing(Start::pc, Long::compareUnsigned));
    }

    @Override
    public OptionalLong entryFor(long pc) {
        int next = Search.firstAbove(
                pc, 0, starts.size(), index -> starts.get(index).pc());
        return next == 0
                ? OptionalLong.empty()
                : OptionalLong.of(starts.get(next - 1).offset());
    }
}
