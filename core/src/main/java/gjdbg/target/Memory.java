package gjdbg.target;

import gjdbg.error.MemoryFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** The memory of a target. Reads show the program's own bytes: an inserted breakpoint is not seen. */
public interface Memory {
    /**
     * Reads exactly length bytes.
     *
     * @throws MemoryFault when any of them can't be read
     */
    void read(Address address, byte[] into, int offset, int length);

    /**
     * Writes all the bytes, to read-only mappings too.
     *
     * @throws MemoryFault when any of them can't be written; then none or some of them are
     */
    void write(Address address, byte[] bytes);

    /**
     * A number that is another one once the target has run or something was written here: what was read holds as long as it
     * stays, but for what threads that are running change meanwhile.
     */
    default long moment() {
        return 0;
    }

    default byte[] bytes(Address address, int length) {
        Objects.requireNonNull(address);
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return bytes;
    }

    default int u8(Address address) {
        return bytes(address, 1)[0] & 0xff;
    }

    default int u16(Address address) {
        return ByteBuffer.wrap(bytes(address, 2)).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xffff;
    }

    default long u32(Address address) {
        return ByteBuffer.wrap(bytes(address, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffff_ffffL;
    }

    default long u64(Address address) {
        return ByteBuffer.wrap(bytes(address, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /** @param size in bytes, 1 to 8 */
    default long unsigned(Address address, int size) {
        byte[] bytes = bytes(address, size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    default Address pointer(Address address) {
        return new Address(u64(address));
    }

    default void writeU64(Address address, long value) {
        write(
                address,
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array());
    }
}
