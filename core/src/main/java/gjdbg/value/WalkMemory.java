package gjdbg.value;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Memory for a walk over many small things that stand close together: it reads pages instead of words. What it has read
 * holds until the target runs or something is written, and in any case for {@value #HOLDS_MILLIS} ms only, since other
 * threads may be running.
 */
final class WalkMemory implements Memory {
    private static final int HOLDS_MILLIS = 20;
    private static final int PAGE = 4096;
    private static final int MOST_PAGES = 1024;

    private final Memory raw;
    private final Map<Long, ByteBuffer> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ByteBuffer> eldest) {
            return size() > MOST_PAGES;
        }
    };

    private long moment;
    private long since;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    private WalkMemory(Memory raw) {
        this.raw = Objects.requireNonNull(raw);
    }

    /** Over the target's own memory, also where that is looked at through another walk's. */
    static WalkMemory over(Memory memory) {
        return new WalkMemory(memory instanceof WalkMemory walk ? walk.raw : memory);
    }

    /**
     * Reads a run of bytes that will be asked for bit by bit, or only the first of them where not all can be read.
     *
     * @throws MemoryFault when not even the first ones can be read
     */
    void prefetch(Address start, int length, int least) {
        try {
            prefetch(start, length);
        } catch (MemoryFault e) {
            if (length == least) {
                throw e;
            }
            prefetch(start, least);
        }
    }

    private void prefetch(Address start, int length) {
        dropOld();
        if (window.capacity() < length) {
            window = buffer(length);
        }
        window.limit(0);
        raw.read(start, window.array(), 0, length);
        windowStart = start.value();
        window.limit(length);
    }

    boolean holds(long address, int length) {
        long offset = address - windowStart;
        return offset >= 0 && offset <= window.limit() - length && isFresh();
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        if (holds(address.value(), length)) {
            window.get((int) (address.value() - windowStart), into, offset, length);
            return;
        }
        ByteBuffer page = pageWith(address.value(), length);
        if (page == null) {
            raw.read(address, into, offset, length);
        } else {
            page.get((int) address.value() & PAGE - 1, into, offset, length);
        }
    }

    @Override
    public long u64(Address address) {
        if (holds(address.value(), 8)) {
            return window.getLong((int) (address.value() - windowStart));
        }
        ByteBuffer page = pageWith(address.value(), 8);
        return page == null ? raw.u64(address) : page.getLong((int) address.value() & PAGE - 1);
    }

    @Override
    public int u8(Address address) {
        if (holds(address.value(), 1)) {
            return window.get((int) (address.value() - windowStart)) & 0xff;
        }
        ByteBuffer page = pageWith(address.value(), 1);
        return page == null ? raw.u8(address) : page.get((int) address.value() & PAGE - 1) & 0xff;
    }

    @Override
    public void write(Address address, byte[] bytes) {
        raw.write(address, bytes);
    }

    @Override
    public long moment() {
        return raw.moment();
    }

    /** Null where the bytes are not all in one page, or the page can't be read. */
    private ByteBuffer pageWith(long address, int length) {
        int within = (int) address & PAGE - 1;
        if (within + length > PAGE) {
            return null;
        }
        dropOld();
        long number = address >>> 12;
        ByteBuffer page = pages.get(number);
        if (page == null) {
            page = buffer(PAGE);
            try {
                raw.read(new Address(address - within), page.array(), 0, PAGE);
            } catch (MemoryFault e) {
                return null;
            }
            pages.put(number, page);
        }
        return page;
    }

    private void dropOld() {
        if (!isFresh()) {
            pages.clear();
            window.limit(0);
            moment = raw.moment();
            since = System.nanoTime();
        }
    }

    private boolean isFresh() {
        return raw.moment() == moment && System.nanoTime() - since < HOLDS_MILLIS * 1_000_000L;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
