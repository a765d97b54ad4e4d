package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Pages of a process as they were at one moment. Which ones are kept is what was asked for so far: those are read all at
 * once when the process stands. One that is first asked for after that is read from the running process, and counted: then
 * what was read does not go together.
 */
final class CapturedMemory implements Memory {
    private static final int PAGE = 4096;
    private static final byte[] UNREADABLE = new byte[0];

    private final Supplier<BadRequest> refusal;
    private final Map<Long, byte[]> pages = new HashMap<>();
    private final Predicate<Address> changes;
    private LiveMemory source;
    private boolean held;
    private int missed;
    private long moment;
    private long lastNumber = -1;
    private byte[] last = UNREADABLE;

    /**
     * @param source of what is asked for before the first capture
     * @param changes whether the program may write there: what it can't write is the same at all moments
     * @param refusal why nothing can be written
     */
    CapturedMemory(LiveMemory source, Predicate<Address> changes, Supplier<BadRequest> refusal) {
        this.source = source;
        this.changes = changes;
        this.refusal = refusal;
    }

    /** To be asked before the process is stopped: that takes time. */
    PageReader reader() {
        return new PageReader(pages.keySet());
    }

    /** Has the pages that were read; until {@link #letGo} others are read when they are asked for. */
    void hold(LiveMemory standing, PageReader... read) {
        source = standing;
        held = true;
        missed = 0;
        moment++;
        lastNumber = -1;
        for (PageReader each : read) {
            each.give(pages::put);
        }
    }

    /** The process runs on. */
    void letGo() {
        held = false;
    }

    /** How many pages were asked for since that had not been read while the process stood. */
    int missed() {
        return missed;
    }

    int size() {
        return pages.size();
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        for (int done = 0; done < length; ) {
            long at = address.value() + done;
            int within = (int) at & PAGE - 1;
            int part = Math.min(length - done, PAGE - within);
            byte[] page = page(at >>> 12);
            if (page.length == 0) {
                throw new MemoryFault("read", address.value(), length);
            }
            System.arraycopy(page, within, into, offset + done, part);
            done += part;
        }
    }

    private byte[] page(long number) {
        if (number != lastNumber) {
            byte[] known = pages.get(number);
            if (known == null) {
                known = fetch(number);
                pages.put(number, known);
            }
            last = known;
            lastNumber = number;
        }
        return last;
    }

    private byte[] fetch(long number) {
        if (!held && changes.test(new Address(number << 12))) {
            missed++;
        }
        try {
            return source.bytes(new Address(number << 12), PAGE);
        } catch (MemoryFault e) {
            return UNREADABLE;
        }
    }

    @Override
    public void write(Address address, byte[] bytes) {
        throw refusal.get();
    }

    @Override
    public long moment() {
        return moment;
    }
}
