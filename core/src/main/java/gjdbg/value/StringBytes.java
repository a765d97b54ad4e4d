package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of strings, all of them, whether or not they are valid UTF-8. */
public final class StringBytes {
    /** What is read at once has to fit into memory as bytes and as text, beside all else. */
    private static final long LONGEST = Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 6);

    private static final int CHUNK = 1 << 20;

    private StringBytes() {}

    /**
     * @param string a value of kind STRING
     * @throws Unavailable when it can't be read, or is longer than the heap has room for
     * @throws gjdbg.error.MemoryFault when memory can't be read
     */
    public static byte[] of(Value string) {
        if (string instanceof TypedValue typed) {
            long length = StringReader.length(typed);
            if (length > LONGEST) {
                throw tooLong(length);
            }
            try {
                return length == 0
                        ? new byte[0]
                        : typed.context().memory().bytes(StringReader.address(typed, length), (int) length);
            } catch (OutOfMemoryError e) {
                throw tooLong(length);
            }
        }
        if (string instanceof ComputedText text) {
            return text.content();
        }
        return switch (Equality.readable(string)) {
            case Reading.Text(String text, long _) -> text.getBytes(StandardCharsets.UTF_8);
            default -> throw new Unavailable("", "a " + string.type().name() + " that does not read as a string");
        };
    }

    /**
     * The whole text of a string.
     *
     * @param reading what it reads as, which may hold its beginning only
     * @throws Unavailable as {@link #of}
     */
    public static String text(Value string, Reading.Text reading) {
        if (reading.length() <= StringReader.LIMIT || !(string instanceof TypedValue)) {
            return reading.text();
        }
        byte[] bytes = of(string);
        try {
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (OutOfMemoryError e) {
            throw tooLong(bytes.length);
        }
    }

    /** Whether two strings are equal, however long they are. */
    static boolean equal(Value a, Value b) {
        if (!(a instanceof TypedValue one) || !(b instanceof TypedValue other)) {
            return Arrays.equals(of(a), of(b));
        }
        long length = StringReader.length(one);
        if (length != StringReader.length(other)) {
            return false;
        }
        Memory memory = one.context().memory();
        Memory others = other.context().memory();
        for (long done = 0; done < length; done += CHUNK) {
            int part = (int) Math.min(CHUNK, length - done);
            byte[] bytes = memory.bytes(StringReader.address(one, length).plus(done), part);
            if (!Arrays.equals(
                    bytes, others.bytes(StringReader.address(other, length).plus(done), part))) {
                return false;
            }
        }
        return true;
    }

    private static Unavailable tooLong(long length) {
        return new Unavailable(
                "", "the string of " + length + " bytes is too long to be read whole; read parts of it, as s[:100]");
    }
}
