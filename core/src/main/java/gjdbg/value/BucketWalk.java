package gjdbg.value;

import gjdbg.target.Address;

/**
 * A walk over the buckets of a map. While it grows, a slot of the old array that was moved says so, so each entry is found
 * once wherever the move stands; but the runtime marks a slot a few instructions before it copies it, and a thread that
 * stopped in between has that one entry found nowhere.
 */
final class BucketWalk extends MapWalk {
    /** Codes below this one in tophash stand for empty slots, and in the old array for moved ones. */
    private static final int MIN_TOP_HASH = 5;

    private static final int SLOTS = 8;
    /** Chains are short: a map with many of them is rebuilt. */
    private static final long MOST_CHAINED_PER_BUCKET = 16;

    private final BucketMap map;
    private final BucketMap.Layout layout;

    private long array;
    private long count;
    private long index = -1;
    /** The bucket at which the walk is; 0 before the first. */
    private long bucket;

    private long tops;
    private int slot = SLOTS;
    private LoopGuard guard;
    private long chained;

    BucketWalk(BucketMap map, ValueContext context) {
        super(map.size(), map.layout().types(), context);
        this.map = map;
        layout = map.layout();
        boolean growing = map.oldBuckets() != 0;
        array = growing ? map.oldBuckets() : map.buckets();
        count = growing ? map.oldCount() : map.count();
    }

    @Override
    boolean advance() {
        while (true) {
            while (++slot < SLOTS) {
                if ((tops >>> 8 * slot & 0xff) >= MIN_TOP_HASH) {
                    return true;
                }
            }
            if (!toNextBucket()) {
                return false;
            }
            tops = memory.u64(new Address(bucket + layout.tophash()));
            slot = -1;
        }
    }

    private boolean toNextBucket() {
        long next = bucket == 0 ? 0 : memory.u64(new Address(bucket + layout.overflow()));
        if (next != 0) {
            if (guard == null) {
                guard = new LoopGuard();
            }
            if (guard.seen(next) || ++chained > MOST_CHAINED_PER_BUCKET * (map.count() + map.size())) {
                throw corrupt("a chain of its buckets has no end");
            }
            bucket = next;
            return true;
        }
        guard = null;
        if (++index == count) {
            if (array == map.buckets()) {
                return false;
            }
            array = map.buckets();
            count = map.count();
            index = 0;
        }
        bucket = array + index * layout.size();
        if (!memory.holds(bucket, (int) layout.size())) {
            long rest = (count - index) * layout.size();
            prefetch(bucket, rest, (int) layout.size());
        }
        return true;
    }

    @Override
    Address keySlot() {
        return new Address(bucket + layout.keys() + slot * layout.types().keySize());
    }

    @Override
    Address valueSlot() {
        return new Address(bucket + layout.values() + slot * layout.types().valueSize());
    }
}
