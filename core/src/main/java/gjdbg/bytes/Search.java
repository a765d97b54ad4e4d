package gjdbg.bytes;

import java.util.function.IntToLongFunction;

/** Binary search in tables of addresses and offsets, which are unsigned. */
public final class Search {
    private Search() {}

    /**
     * The first index from {@code from} on whose number is above the key; {@code to} where none is.
     *
     * @param numbers by index, none below the one before it
     */
    public static int firstAbove(long key, int from, int to, IntToLongFunction numbers) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(numbers.applyAsLong(middle), key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
