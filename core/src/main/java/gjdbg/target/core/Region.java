package gjdbg.target.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses that one mapping had, and where its bytes are: in the core, in the file that was mapped, or both.
 *
 * @param end the first address after it
 */
record Region(long start, long end, Optional<Loaded> loaded, Optional<FilePart> part) implements Span<Region> {
    @Override
    public Region from(long address) {
        return new Region(address, end, loaded.map(each -> each.from(address)), part.map(each -> each.from(address)));
    }

    /** Lays the mappings that the core's headers list and those of its list of files over one another. */
    static List<Region> of(List<Loaded> loaded, List<FilePart> parts) {
        long[] borders = borders(loaded, parts);
        List<Region> regions = new ArrayList<>();
        int nextLoaded = 0;
        int nextPart = 0;
        for (int i = 0; i + 1 < borders.length; i++) {
            long start = borders[i];
            nextLoaded = skip(loaded, nextLoaded, start);
            nextPart = skip(parts, nextPart, start);
            Optional<Loaded> own = over(loaded, nextLoaded, start);
            Optional<FilePart> file = over(parts, nextPart, start);
            if (start != borders[i + 1] && (own.isPresent() || file.isPresent())) {
                regions.add(new Region(
                        start, borders[i + 1], own.map(each -> each.from(start)), file.map(each -> each.from(start))));
            }
        }
        return regions;
    }

    private static long[] borders(List<Loaded> loaded, List<FilePart> parts) {
        long[] borders = new long[2 * (loaded.size() + parts.size())];
        int count = 0;
        for (Loaded each : loaded) {
            borders[count++] = each.start() ^ Long.MIN_VALUE;
            borders[count++] = each.end() ^ Long.MIN_VALUE;
        }
        for (FilePart each : parts) {
            borders[count++] = each.start() ^ Long.MIN_VALUE;
            borders[count++] = each.end() ^ Long.MIN_VALUE;
        }
        // with the sign flipped, signed order is the order of addresses
        Arrays.sort(borders);
        for (int i = 0; i < count; i++) {
            borders[i] ^= Long.MIN_VALUE;
        }
        return borders;
    }

    private static <T extends Span<T>> int skip(List<T> spans, int next, long address) {
        int at = next;
        while (at < spans.size() && Long.compareUnsigned(spans.get(at).end(), address) <= 0) {
            at++;
        }
        return at;
    }

    private static <T extends Span<T>> Optional<T> over(List<T> spans, int at, long address) {
        return at < spans.size() && Long.compareUnsigned(spans.get(at).start(), address) <= 0
                ? Optional.of(spans.get(at))
                : Optional.empty();
    }

    /** Bytes from its start that the core has. */
    long held() {
        return Math.min(end - start, loaded.map(Loaded::held).orElse(0L));
    }

    /** Bytes from its start that the core should have, had it not been cut short. */
    long meant() {
        return Math.min(end - start, loaded.map(Loaded::meant).orElse(0L));
    }
}
