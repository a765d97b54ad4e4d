package gjdbg.goruntime;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels that runtime/pprof has put on a goroutine. */
final class Labels {
    private static final int MOST = 1024;
    private static final int STRING = 16;
    /** Slots of a bucket of the maps before Go 1.24 (runtime/map.go). */
    private static final int SLOTS = 8;

    private static final int OVERFLOW = SLOTS + 2 * SLOTS * STRING;
    private static final int EVACUATED_FIRST = 2;
    private static final int EVACUATED_LAST = 4;
    private static final int MIN_TOP_HASH = 5;

    private final Memory memory;
    private final RuntimeVariables variables;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private int steps;

    Labels(Memory memory, RuntimeVariables variables) {
        this.memory = memory;
        this.variables = variables;
    }

    /** @param list whether they are a slice of pairs of strings, as from Go 1.24 on, or a map */
    Map<String, String> at(Address address, boolean list) {
        if (list) {
            Address first = memory.pointer(address);
            long length = memory.u64(address.plus(8));
            for (long i = 0; i < length; i++) {
                add(first.plus(2 * STRING * i), first.plus(2 * STRING * i + STRING));
            }
        } else if (memory.u64(address) != 0) {
            map(memory.pointer(address));
        }
        return labels;
    }

    private void map(Address hmap) {
        // hmap: count, flags and B, noverflow, hash0, buckets, oldbuckets
        int bits = memory.u8(hmap.plus(9));
        Address buckets = memory.pointer(hmap.plus(16));
        Address old = memory.pointer(hmap.plus(24));
        buckets(buckets, bits);
        if (old.value() != 0) {
            buckets(old, (memory.u8(hmap.plus(8)) & 8) != 0 ? bits : bits - 1);
        }
    }

    private void buckets(Address first, int bits) {
        if (bits < 0 || bits > 16) {
            throw corrupt();
        }
        for (long i = 0; i < 1L << bits && first.value() != 0; i++) {
            Address bucket = first.plus(i * (OVERFLOW + 8));
            while (bucket.value() != 0) {
                bucket(bucket);
                bucket = memory.pointer(bucket.plus(OVERFLOW));
            }
        }
    }

    private void bucket(Address bucket) {
        if (++steps > MOST) {
            throw corrupt();
        }
        int top = memory.u8(bucket);
        if (top >= EVACUATED_FIRST && top <= EVACUATED_LAST) {
            return;
        }
        for (int i = 0; i < SLOTS; i++) {
            if (memory.u8(bucket.plus(i)) >= MIN_TOP_HASH) {
                add(bucket.plus(SLOTS + (long) i * STRING), bucket.plus(SLOTS + (long) (SLOTS + i) * STRING));
            }
        }
    }

    private void add(Address key, Address value) {
        if (labels.size() == MOST) {
            throw corrupt();
        }
        labels.put(
                variables.string(key).orElseThrow(Labels::corrupt),
                variables.string(value).orElseThrow(Labels::corrupt));
    }

    private static Unavailable corrupt() {
        return new Unavailable("", "their memory is corrupt");
    }
}
