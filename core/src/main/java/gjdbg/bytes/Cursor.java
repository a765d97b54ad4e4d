package gjdbg.bytes;

import gjdbg.error.MalformedFile;

/** A place in {@link Bytes} that moves on with each read. Not safe for use by several threads. */
public final class Cursor {
    private final Bytes bytes;
    private long position;

    Cursor(Bytes bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    public Bytes bytes() {
        return bytes;
    }

    public long position() {
        return position;
    }

    public void position(long offset) {
        position = offset;
    }

    public void skip(long count) {
        position += count;
    }

    public boolean atEnd() {
        return position >= bytes.size();
    }

    public int u8() {
        int value = bytes.u8(position);
        position += 1;
        return value;
    }

    public byte i8() {
        return (byte) u8();
    }

    public int u16() {
        int value = bytes.u16(position);
        position += 2;
        return value;
    }

    public int i32() {
        int value = bytes.i32(position);
        position += 4;
        return value;
    }

    public long u32() {
        long value = bytes.u32(position);
        position += 4;
        return value;
    }

    public long u64() {
        long value = bytes.u64(position);
        position += 8;
        return value;
    }

    /** An unsigned number of 1, 2, 4 or 8 bytes. */
    public long unsigned(int size) {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> u64();
            default -> throw malformed("a number of " + size + " bytes");
        };
    }

    /** Unsigned LEB128 (DWARF 5, section 7.6); more than 64 bits is malformed. */
    public long uleb() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            if (next < 0x80) {
                return value;
            }
        }
        throw malformed("a LEB128 number of more than ten bytes");
    }

    /** Signed LEB128 (DWARF 5, section 7.6). */
    public long sleb() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7f) << shift;
            }
            if (next < 0x80) {
                return shift + 7 < 64 && (next & 0x40) != 0 ? value | -1L << (shift + 7) : value;
            }
        }
        throw malformed("a LEB128 number of more than ten bytes");
    }

    public String cString() {
        String text = bytes.cString(position);
        // the text may hold bytes that are no UTF-8, so its length is not taken from the string
        skipString();
        return text;
    }

    /** To the byte after the zero that ends a string. */
    public void skipString() {
        position = bytes.endOfString(position) + 1L;
    }

    /** The next length bytes as a view of their own. */
    public Bytes take(long length) {
        Bytes taken = bytes.slice(position, length);
        position += length;
        return taken;
    }

    public MalformedFile malformed(String problem) {
        return bytes.malformed(position, problem);
    }
}
