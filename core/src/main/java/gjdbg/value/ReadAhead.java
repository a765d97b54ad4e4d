package gjdbg.value;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Memory for a walk over a table of many small things: it reads long runs of the table at once. What it has read holds until
 * the target runs or something is written, and in any case for {@value #HOLDS_MILLIS} ms only, since other threads may be
 * running.
 */
final class ReadAhead implements Memory {
    private static final int HOLDS_MILLIS = 20;

    private final Memory raw;
    private ByteBuffer window = buffer(0);
    private long start;
    private long moment;
    private long since;

    ReadAhead(Memory raw) {
        this.raw = Objects.requireNonNull(raw);
    }

    /**
     * Reads a run of bytes that will be asked for bit by bit, or only the first of them where not all can be read.
     *
     * @throws MemoryFault when not even the first ones can be read
     */
    void prefetch(Address from, int length, int least) {
        try {
            prefetch(from, length);
        } catch (MemoryFault e) {
            if (length == least) {
                throw e;
            }
            prefetch(from, least);
        }
    }

    private void prefetch(Address from, int length) {
        if (window.capacity() < length) {
            window = buffer(length);
        }
        window.limit(0);
        moment = raw.moment();
        since = System.nanoTime();
        raw.read(from, window.array(), 0, length);
        start = from.value();
        window.limit(length);
    }

    boolean holds(long address, int length) {
        long offset = address - start;
        return offset >= 0
                && offset <= window.limit() - length
                && raw.moment() == moment
                && System.nanoTime() - since < HOLDS_MILLIS * 1_000_000L;
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        if (holds(address.value(), length)) {
            window.get((int) (address.value() - start), into, offset, length);
        } else {
            raw.read(address, into, offset, length);
        }
    }

    @Override
    public long u64(Address address) {
        return holds(address.value(), 8) ? window.getLong((int) (address.value() - start)) : raw.u64(address);
    }

    @Override
    public int u8(Address address) {
        return holds(address.value(), 1) ? window.get((int) (address.value() - start)) & 0xff : raw.u8(address);
    }

    @Override
    public void write(Address address, byte[] bytes) {
        raw.write(address, bytes);
    }

    @Override
    public long moment() {
        return raw.moment();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
