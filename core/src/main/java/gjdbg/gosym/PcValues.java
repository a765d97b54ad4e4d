package gjdbg.gosym;

import gjdbg.bytes.Bytes;

/**
 * Walks one pc-value table (runtime/symtab.go, step): runs of instructions, each with one value. Not safe for several
 * threads.
 *
 * <pre>{@code
 * while (values.next()) {
 *     use(values.start(), values.end(), values.value());
 * }
 * }</pre>
 */
final class PcValues {
    private final Bytes bytes;
    private final long limit;
    private long position;
    private long start;
    private long end;
    private int value = -1;
    private int steps;
    private boolean done;

    /**
     * @param offset of the table in the bytes; runs are offsets from the function's entry
     * @param size of the function's code in bytes
     */
    PcValues(Bytes bytes, long offset, long size) {
        this.bytes = bytes;
        this.position = offset;
        this.limit = size;
    }

    boolean next() {
        if (done) {
            return false;
        }
        start = end;
        if (start >= limit && steps > 0) {
            done = true;
            return false;
        }
        int delta = varint();
        if (delta == 0 && steps > 0) {
            done = true;
            return false;
        }
        // a run is at least one byte long, so more steps than bytes of code are no table
        if (steps++ > limit) {
            throw bytes.malformed(position, "a pc-value table that does not advance");
        }
        value += (delta >>> 1) ^ -(delta & 1);
        end = start + (varint() & 0xffff_ffffL);
        return true;
    }

    /** Goes to the run that holds this offset from the entry; false where the table has none. */
    boolean seek(long offset) {
        while (next()) {
            if (offset < end) {
                return true;
            }
        }
        return false;
    }

    /** The first offset of the run. */
    long start() {
        return start;
    }

    /** The first offset after the run. */
    long end() {
        return end;
    }

    int value() {
        return value;
    }

    private int varint() {
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = bytes.u8(position++);
            result |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return result;
            }
        }
        throw bytes.malformed(position, "a number of more than five bytes");
    }
}
