package gjdbg.value;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;

/** Tells the lengths that damaged memory, or a variable that is not set yet, has from those that values can have. */
final class Extent {
    /** Of the addresses that programs have on x86-64. */
    private static final long END = 1L << 47;

    /** One that claims to be longer is looked at before anybody walks over it. */
    private static final long LONG = 1 << 20;

    private Extent() {}

    /** Whether a program can have so many elements of that size there. */
    static boolean makesSense(Memory memory, long start, long length, long size) {
        if (size == 0 || length == 0) {
            return true;
        }
        if (start < 0 || start >= END || length > (END - start) / size) {
            return false;
        }
        if (length <= LONG) {
            return true;
        }
        try {
            memory.u8(new Address(start + length * size - 1));
            return true;
        } catch (MemoryFault e) {
            return false;
        }
    }
}
