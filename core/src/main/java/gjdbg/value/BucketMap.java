package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;

/**
 * Maps of buckets (runtime/map.go until Go 1.23, and with GOEXPERIMENT=noswissmap after that): 2^B buckets of eight slots,
 * each with a chain of further ones. While a map grows, the entries of the old buckets move into the new ones bit by bit.
 *
 * @param buckets the address of the array, 0 where there is none yet
 * @param oldBuckets the address of the array that the map grows from, else 0
 * @param oldCount how many buckets that has
 */
record BucketMap(long size, long buckets, long count, long oldBuckets, long oldCount, Layout layout) {
    /** Set in hmap.flags where the old array has as many buckets as the new one. */
    private static final int SAME_SIZE_GROW = 8;

    private static final int SLOTS = 8;
    private static final int MOST_B = 40;
    private static final long LARGEST_BUCKET = 1 << 16;

    /** Offsets in bytes within a bucket. */
    record Layout(long size, long tophash, long keys, long values, long overflow, MapTypes types) {
        static Layout of(Type map, RuntimeStruct bucket) {
            Type keys = bucket.field("keys").type();
            Type values = bucket.field("values").type();
            Type tops = bucket.field("tophash").type();
            boolean known = isOfSlots(keys) && isOfSlots(values) && isOfSlots(tops) && tops.size() == SLOTS;
            if (!known || bucket.type().size() > LARGEST_BUCKET) {
                throw new Unavailable(
                        "", "its layout is not known: that of " + bucket.type().name());
            }
            MapTypes types = MapTypes.of(
                    map, keys.element().orElseThrow(), values.element().orElseThrow());
            return new Layout(
                    bucket.type().size(),
                    bucket.offset("tophash"),
                    bucket.offset("keys"),
                    bucket.offset("values"),
                    bucket.offset("overflow"),
                    types);
        }

        private static boolean isOfSlots(Type type) {
            return type.length().orElse(0) == SLOTS && type.element().isPresent();
        }
    }

    static Reading read(Address address, RuntimeStruct hmap, TypedValue value) {
        Memory memory = value.context().memory();
        RuntimeStruct.Bits header = hmap.at(address, memory);
        Layout layout = Layout.of(value.type(), hmap.struct("buckets"));
        long size = header.word("count");
        long b = header.word("B");
        // Growth sets in at 6.5 entries a bucket and ends long before there are twice as many.
        if (b > MOST_B || size < 0 || size > 2L * SLOTS << b) {
            throw MapWalk.corrupt("it counts " + size + " entries in 2^" + b + " buckets");
        }
        long count = 1L << b;
        boolean sameSize = (header.word("flags") & SAME_SIZE_GROW) != 0;
        BucketMap map = new BucketMap(
                size, header.word("buckets"), count, header.word("oldbuckets"), sameSize ? count : count / 2, layout);
        if (size > 0) {
            requireReadable(map.buckets, map.count, layout, memory);
            if (map.oldBuckets != 0) {
                requireReadable(map.oldBuckets, map.oldCount, layout, memory);
            }
        }
        return new Reading.Mapping(address, size, () -> new BucketWalk(map, value.context()));
    }

    /** The last of the buckets has to be there, or a wild number of them would have other memory taken for them. */
    private static void requireReadable(long buckets, long count, Layout layout, Memory memory) {
        if (count > 0) {
            memory.u64(new Address(buckets + (count - 1) * layout.size() + layout.tophash()));
        }
    }
}
