package gjdbg.elf;

import gjdbg.bytes.Bytes;
import java.util.Arrays;

/**
 * The relocations that only add the bias (R_X86_64_RELATIVE), from .rela.dyn, sorted by the address that they change. In a
 * position-independent file the data at that address may be zero and the value only here.
 */
public final class Relocations {
    static final Relocations NONE = new Relocations(new long[0], new long[0]);
    private static final int R_X86_64_RELATIVE = 8;
    private static final int ENTRY_SIZE = 24;

    private final long[] addresses;
    private final long[] addends;

    private Relocations(long[] addresses, long[] addends) {
        this.addresses = addresses;
        this.addends = addends;
    }

    /** @param rela entries of Elf64_Rela */
    static Relocations read(Bytes rela) {
        int count = rela.size() / ENTRY_SIZE;
        long[] addresses = new long[count];
        long[] addends = new long[count];
        int used = 0;
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            long at = (long) i * ENTRY_SIZE;
            if (rela.i32(at + 8) == R_X86_64_RELATIVE) {
                addresses[used] = rela.u64(at);
                addends[used] = rela.u64(at + 16);
                sorted &= used == 0 || addresses[used - 1] <= addresses[used];
                used++;
            }
        }
        addresses = Arrays.copyOf(addresses, used);
        addends = Arrays.copyOf(addends, used);
        if (sorted) {
            return new Relocations(addresses, addends);
        }
        return sort(addresses, addends);
    }

    private static Relocations sort(long[] addresses, long[] addends) {
        // addresses of a file fit 2 GB of data each, but not 32 bits: sort addresses, then place the addends by search
        long[] sorted = addresses.clone();
        Arrays.sort(sorted);
        long[] placed = new long[addends.length];
        for (int i = 0; i < addresses.length; i++) {
            placed[Arrays.binarySearch(sorted, addresses[i])] = addends[i];
        }
        return new Relocations(sorted, placed);
    }

    public int count() {
        return addresses.length;
    }

    /** The number of the relocation that changes the eight bytes at this address; negative where none does. */
    public int find(long address) {
        return addresses.length == 0 ? -1 : Arrays.binarySearch(addresses, address);
    }

    public long address(int index) {
        return addresses[index];
    }

    /** The pointer's value at bias 0. */
    public long addend(int index) {
        return addends[index];
    }
}
