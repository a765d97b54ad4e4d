package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The slots of a frame in which a value, or the one that it is a part of, is kept too.
 *
 * @param start where the value begins in that one, in bytes
 */
record Copies(List<StoredCopy> slots, Supplier<Address> cfa, long start) {
    Copies from(long offset) {
        return new Copies(slots, cfa, start + offset);
    }

    /** @param offset in the value */
    void write(Memory memory, long offset, byte[] bytes) {
        long first = start + offset;
        for (StoredCopy slot : slots) {
            long from = Math.max(first, slot.offset());
            long to = Math.min(first + bytes.length, slot.offset() + slot.size());
            if (from < to) {
                memory.write(
                        cfa.get().plus(slot.fromCfa() + from - slot.offset()),
                        Arrays.copyOfRange(bytes, (int) (from - first), (int) (to - first)));
            }
        }
    }
}
