package gjdbg.bytes;

/** Valid UTF-8 (RFC 3629): no surrogates, none in more bytes than needed. */
public final class Utf8 {
    /** The most bytes that a character takes. */
    public static final int LONGEST = 4;

    private Utf8() {}

    /** How many bytes the character takes that begins there; 0 where none does. */
    public static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            int low = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
            int high = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
            int next = bytes[at + i] & 0xff;
            if (next < low || next > high) {
                return 0;
            }
        }
        return length;
    }

    /** @param length of the valid encoding that begins there */
    public static int character(byte[] bytes, int at, int length) {
        int value = length == 1 ? bytes[at] : bytes[at] & 0x7f >> length;
        for (int i = 1; i < length; i++) {
            value = value << 6 | bytes[at + i] & 0x3f;
        }
        return value;
    }
}
