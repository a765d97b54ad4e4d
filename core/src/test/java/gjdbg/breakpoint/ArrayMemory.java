package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;

/** One mapped range of bytes. */
final class ArrayMemory implements Memory {
    final long base;
    final byte[] bytes;
    int writes;

    ArrayMemory(long base, int size) {
        this.base = base;
        this.bytes = new byte[size];
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        System.arraycopy(bytes, at("read", address, length), into, offset, length);
    }

    @Override
    public void write(Address address, byte[] from) {
        System.arraycopy(from, 0, bytes, at("write", address, from.length), from.length);
        writes++;
    }

    private int at(String action, Address address, int length) {
        long offset = address.value() - base;
        if (offset < 0 || offset + length > bytes.length) {
            throw new MemoryFault(action, address.value(), length);
        }
        return (int) offset;
    }
}
