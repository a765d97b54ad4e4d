package gjdbg.value;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;

/** Memory whose words are addresses, small numbers and zeros, as their own addresses decide; some pages are not there. */
final class MadeUpMemory implements Memory {
    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        for (int i = 0; i < length; i++) {
            long at = address.value() + i;
            if (mixed(at >> 12) % 16 == 0) {
                throw new MemoryFault("read", address.value(), length);
            }
            into[offset + i] = (byte) (word(at >> 3) >> 8 * (at & 7));
        }
    }

    private static long word(long index) {
        long mixed = mixed(index);
        return switch ((int) (mixed & 3)) {
            case 0 -> 0;
            case 1 -> mixed >>> 60;
            case 2 -> 0xc000000000L | mixed >>> 40 & ~7;
            default -> mixed;
        };
    }

    private static long mixed(long value) {
        long mixed = value * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }

    @Override
    public void write(Address address, byte[] bytes) {
        throw new MemoryFault("write", address.value(), bytes.length);
    }
}
