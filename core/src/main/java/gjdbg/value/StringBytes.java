package gjdbg.value;

import gjdbg.error.Unavailable;
import java.nio.charset.StandardCharsets;

/** The bytes of strings, whether or not they are valid UTF-8. */
public final class StringBytes {
    private static final int LONGEST = 16 << 20;

    private StringBytes() {}

    /**
     * @param string a value of kind STRING
     * @throws Unavailable when it can't be read, or is longer than 16 MiB
     * @throws gjdbg.error.MemoryFault when memory can't be read
     */
    public static byte[] of(Value string) {
        if (string instanceof TypedValue typed) {
            long length = StringReader.length(typed);
            if (length > LONGEST) {
                throw new Unavailable("", "a string of " + length + " bytes is too long to compute with");
            }
            return length == 0
                    ? new byte[0]
                    : typed.context().memory().bytes(StringReader.address(typed, length), (int) length);
        }
        if (string instanceof ComputedText text) {
            return text.content();
        }
        return switch (Equality.readable(string)) {
            case Reading.Text(String text, long _) -> text.getBytes(StandardCharsets.UTF_8);
            default -> throw new Unavailable("", "a " + string.type().name() + " that does not read as a string");
        };
    }
}
