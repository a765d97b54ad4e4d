package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A walk over the entries of a map. A corrupt map can't make it endless: it ends where more are found than the map counts. */
abstract class MapWalk implements Iterator<Reading.Entry> {
    /** How many bytes of a table are read at once. */
    private static final int AT_ONCE = 1 << 18;

    final WalkMemory memory;
    private final MapTypes types;
    private final ValueContext context;
    private final long size;
    private long found;
    private boolean ready;
    private boolean ended;

    MapWalk(long size, MapTypes types, ValueContext context) {
        this.size = size;
        this.types = types;
        memory = WalkMemory.over(context.memory());
        this.context = context.with(memory);
        ended = size == 0;
    }

    /** Goes to the next slot that is in use; false at the end. */
    abstract boolean advance();

    abstract Address keySlot();

    abstract Address valueSlot();

    @Override
    public final boolean hasNext() {
        if (!ready && !ended) {
            ready = advance();
            ended = !ready;
            // an assignment that is under way has not counted its own entry yet
            if (ready && ++found > size + 1) {
                ended = true;
                ready = false;
                throw corrupt("it counts " + size + " entries, but its tables hold more");
            }
        }
        return ready;
    }

    @Override
    public final Reading.Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return types.entry(keySlot(), valueSlot(), context);
    }

    /** @param rest of the table from there on; @param least what is needed at once */
    final void prefetch(long start, long rest, int least) {
        memory.prefetch(new Address(start), (int) Math.min(rest, Math.max(AT_ONCE, least)), least);
    }

    static Unavailable corrupt(String how) {
        return new Unavailable("", "the map makes no sense: " + how);
    }
}
