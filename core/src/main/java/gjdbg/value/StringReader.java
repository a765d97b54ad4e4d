package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Go strings: a pointer and a length. */
final class StringReader {
    /** The most bytes that are read of one string where the whole is not asked for, as to print it. */
    static final int LIMIT = 1 << 20;

    static final int LENGTH_OFFSET = 8;
    private static final long SANE = 1L << 47;

    private StringReader() {}

    static Reading read(TypedValue value) {
        long length = length(value);
        if (length == 0) {
            return new Reading.Text("", 0);
        }
        Address start = address(value, length);
        requireSense(value, start, length);
        byte[] bytes = value.context().memory().bytes(start, (int) Math.min(length, LIMIT));
        return new Reading.Text(new String(bytes, StandardCharsets.UTF_8), length);
    }

    /** @throws Unavailable where the program can't have so many bytes there */
    static void requireSense(TypedValue value, Address start, long length) {
        if (!Extent.makesSense(value.context().memory(), start.value(), length, 1)) {
            throw new Unavailable(
                    "",
                    "its length of " + length + " makes no sense: at " + start
                            + " the program has no memory for that many bytes");
        }
    }

    /** @throws Unavailable for one that makes no sense, too */
    static long length(TypedValue value) {
        long length;
        try {
            length = value.word(LENGTH_OFFSET, 8);
        } catch (Unavailable e) {
            throw start(value)
                    .map(start ->
                            new Unavailable("", "the string's length: " + e.why() + "; its bytes begin at " + start))
                    .orElse(e);
        }
        if (length < 0 || length > SANE) {
            throw new Unavailable(
                    "", "its length of " + length + " makes no sense: the variable may not be set yet at this point");
        }
        return length;
    }

    private static Optional<Address> start(TypedValue value) {
        try {
            return Optional.of(new Address(value.word(0, 8)));
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    /** Where the bytes of a string of that length begin. */
    static Address address(TypedValue value, long length) {
        try {
            return new Address(value.word(0, 8));
        } catch (Unavailable e) {
            throw new Unavailable("", "the string's address: " + e.why() + "; its length is " + length);
        }
    }
}
