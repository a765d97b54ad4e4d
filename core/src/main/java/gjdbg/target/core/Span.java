package gjdbg.target.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A range of addresses, the end not in it; unsigned. */
interface Span<T extends Span<T>> {
    long start();

    long end();

    /** The part of it from this address on. */
    T from(long address);

    /** In the order of their addresses; where a broken file has them overlap, the one that begins first has the place. */
    static <T extends Span<T>> List<T> disjoint(List<T> spans) {
        List<T> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparing(T::start, Long::compareUnsigned));
        List<T> result = new ArrayList<>(sorted.size());
        long taken = 0;
        for (T span : sorted) {
            T rest = Long.compareUnsigned(span.start(), taken) < 0 ? span.from(taken) : span;
            if (Long.compareUnsigned(rest.start(), rest.end()) < 0) {
                result.add(rest);
                taken = rest.end();
            }
        }
        return result;
    }

    /** The one that has the address, of disjoint ones in their order. */
    static <T extends Span<T>> Optional<T> at(List<T> spans, long address) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            T span = spans.get(middle);
            if (Long.compareUnsigned(address, span.start()) < 0) {
                high = middle - 1;
            } else if (Long.compareUnsigned(address, span.end()) >= 0) {
                low = middle + 1;
            } else {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }
}
