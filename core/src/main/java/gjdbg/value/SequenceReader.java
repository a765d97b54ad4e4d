package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;

/** Arrays and slices; elements are made when asked for. */
final class SequenceReader {
    private static final long SANE = 1L << 47;

    private SequenceReader() {}

    static Reading array(TypedValue value) {
        Type element = element(value);
        long length = value.type().length().orElseThrow(() -> new Unavailable("", "the array's length is not known"));
        return new Reading.Sequence(
                length, length, index -> value.part(element, checked(index, length) * element.size()));
    }

    /** What the compiler has dropped of it says so itself: without its address its elements, without its capacity that. */
    static Reading slice(TypedValue value) {
        Type element = element(value);
        long length = value.word(8, 8);
        long capacity = capacity(value);
        boolean insane = capacity == Reading.Sequence.UNKNOWN ? length > SANE : capacity < length || capacity > SANE;
        if (length < 0 || insane) {
            throw new Unavailable(
                    "",
                    "its length of " + length + " and capacity of " + capacity
                            + " make no sense: the variable may not be set yet at this point");
        }
        long start;
        try {
            start = value.word(0, 8);
        } catch (Unavailable e) {
            Place gone = new Place.Nowhere("the slice's address: " + e.why());
            return new Reading.Sequence(length, capacity, index -> {
                checked(index, length);
                return TypedValue.nowhere(element, gone, value.context());
            });
        }
        if (start == 0) {
            return new Reading.Nil();
        }
        if (!Extent.makesSense(value.context().memory(), start, length, element.size())) {
            throw new Unavailable(
                    "",
                    "its length of " + length + " makes no sense: at " + new Address(start)
                            + " the program has no memory for that many elements of " + element.size() + " bytes");
        }
        Address first = new Address(start);
        return new Reading.Sequence(
                length,
                capacity,
                index -> value.elsewhere(element, first.plus(checked(index, length) * element.size())));
    }

    private static long capacity(TypedValue value) {
        try {
            return value.word(16, 8);
        } catch (Unavailable e) {
            return Reading.Sequence.UNKNOWN;
        }
    }

    private static Type element(TypedValue value) {
        return value.type().element().orElseThrow(() -> new Unavailable("", "the type of its elements is not known"));
    }

    private static long checked(long index, long length) {
        if (index < 0 || index >= length) {
            throw new BadRequest("index " + index + " is out of range with length " + length);
        }
        return index;
    }
}
