package gjdbg.session;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * A target's memory, read page by page while no thread runs: then nothing but gjdbg changes it, and what was read holds until
 * the target's next moment. Values are read in many small pieces, each a system call otherwise.
 */
final class StillMemory implements Memory {
    private static final int PAGE = 4096;
    private static final int MOST_PAGES = 4096;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] UNREADABLE = new byte[0];

    private final Memory memory;
    private final BooleanSupplier still;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > MOST_PAGES;
        }
    };

    private long moment;
    private long lastNumber = -1;
    private byte[] last = UNREADABLE;

    /** @param still whether no thread runs now */
    StillMemory(Memory memory, BooleanSupplier still) {
        this.memory = Objects.requireNonNull(memory);
        this.still = Objects.requireNonNull(still);
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        byte[] page = pageWith(address.value(), length);
        if (page.length == 0) {
            memory.read(address, into, offset, length);
        } else {
            System.arraycopy(page, within(address.value()), into, offset, length);
        }
    }

    @Override
    public int u8(Address address) {
        byte[] page = pageWith(address.value(), 1);
        return page.length == 0 ? memory.u8(address) : page[within(address.value())] & 0xff;
    }

    @Override
    public long u64(Address address) {
        byte[] page = pageWith(address.value(), 8);
        return page.length == 0 ? memory.u64(address) : (long) WORD.get(page, within(address.value()));
    }

    @Override
    public void write(Address address, byte[] bytes) {
        memory.write(address, bytes);
    }

    @Override
    public long moment() {
        return memory.moment();
    }

    private static int within(long address) {
        return (int) address & PAGE - 1;
    }

    /** Empty where the bytes are not all in one page that can be read, or may change. */
    private byte[] pageWith(long address, int length) {
        if (length > PAGE - within(address) || !still.getAsBoolean()) {
            return UNREADABLE;
        }
        if (memory.moment() != moment) {
            pages.clear();
            lastNumber = -1;
            moment = memory.moment();
        }
        long number = address >>> 12;
        if (number != lastNumber) {
            last = pages.computeIfAbsent(number, this::page);
            lastNumber = number;
        }
        return last;
    }

    private byte[] page(long number) {
        byte[] page = new byte[PAGE];
        try {
            memory.read(new Address(number << 12), page, 0, PAGE);
        } catch (MemoryFault e) {
            return UNREADABLE;
        }
        return page;
    }
}
