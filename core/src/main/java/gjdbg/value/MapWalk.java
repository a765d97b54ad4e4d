package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A walk over the entries of a map. A corrupt map can't make it endless: it ends where more are found than the map counts. */
abstract class MapWalk implements Iterator<Reading.Entry> {
    /** How many bytes of a table are read at once. */
    private static final int AT_ONCE = 1 << 18;

    final ReadAhead memory;
    private final MapTypes types;
    private final ValueContext context;
    private final long size;
    private long found;
    private boolean ready;
    private boolean ended;
    private GjdbgException failure;

    MapWalk(long size, MapTypes types, ValueContext context) {
        this.size = size;
        this.types = types;
        Memory own = WalkMemory.own(context.memory());
        memory = new ReadAhead(own);
        this.context = context.with(new WalkMemory(own, memory));
        ended = size == 0;
    }

    /** Goes to the next slot that is in use; false at the end. */
    abstract boolean advance();

    abstract Address keySlot();

    abstract Address valueSlot();

    @Override
    public final boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        if (!ready && !ended) {
            try {
                ready = advance();
            } catch (GjdbgException e) {
                failure = e;
                throw e;
            }
            ended = !ready;
            // an assignment that is under way has not counted its own entry yet
            if (ready && ++found > size + 1) {
                failure = corrupt("it counts " + size + " entries, but its tables hold more");
                throw failure;
            }
        }
        return ready;
    }

    /** Once it has failed it does so again and again: what comes after would not be the map's. */
    @Override
    public final Reading.Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        try {
            return types.entry(keySlot(), valueSlot(), context);
        } catch (GjdbgException e) {
            failure = e;
            throw e;
        }
    }

    /** @param rest of the table from there on; @param least what is needed at once */
    final void prefetch(long start, long rest, int least) {
        memory.prefetch(new Address(start), (int) Math.min(rest, Math.max(AT_ONCE, least)), least);
    }

    static Unavailable corrupt(String how) {
        return new Unavailable("", "the map makes no sense: " + how);
    }
}
