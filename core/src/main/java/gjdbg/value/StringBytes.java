package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of strings, all of them, whether or not they are valid UTF-8. */
public final class StringBytes {
    /** What is read at once has to fit into memory several times, as bytes and as text of expressions, beside all else. */
    private static final long LONGEST = Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 32);

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
            if (length == 0) {
                return new byte[0];
            }
            Address start = StringReader.address(typed, length);
            StringReader.requireSense(typed, start, length);
            try {
                return typed.context().memory().bytes(start, (int) length);
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
        byte[] some = new byte[(int) Math.min(CHUNK, length)];
        byte[] more = new byte[some.length];
        for (long done = 0; done < length; done += CHUNK) {
            int part = (int) Math.min(CHUNK, length - done);
            memory.read(StringReader.address(one, length).plus(done), some, 0, part);
            others.read(StringReader.address(other, length).plus(done), more, 0, part);
            if (!Arrays.equals(some, 0, part, more, 0, part)) {
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
