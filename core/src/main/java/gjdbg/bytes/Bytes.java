package gjdbg.bytes;

import gjdbg.error.MalformedFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Little-endian bytes of one file or section, with a name for the errors: every access outside them is a
 * {@link MalformedFile}. Offsets are in bytes from the start. Slices share the bytes. Safe for use by several threads.
 */
public final class Bytes {
    private final String file;
    private final String section;
    private final ByteBuffer buffer;

    private Bytes(String file, String section, ByteBuffer buffer) {
        this.file = file;
        this.section = section;
        this.buffer = buffer;
    }

    /** The buffer's bytes from its position to its limit. */
    public static Bytes of(String file, String section, ByteBuffer buffer) {
        Objects.requireNonNull(file);
        Objects.requireNonNull(section);
        return new Bytes(file, section, buffer.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    public static Bytes of(String file, String section, byte[] bytes) {
        return of(file, section, ByteBuffer.wrap(bytes));
    }

    public String file() {
        return file;
    }

    public String section() {
        return section;
    }

    public int size() {
        return buffer.capacity();
    }

    public int u8(long offset) {
        return buffer.get(checked(offset, 1)) & 0xff;
    }

    public int u16(long offset) {
        return buffer.getShort(checked(offset, 2)) & 0xffff;
    }

    public int i32(long offset) {
        return buffer.getInt(checked(offset, 4));
    }

    public long u32(long offset) {
        return buffer.getInt(checked(offset, 4)) & 0xffff_ffffL;
    }

    /** 64 bits; unsigned where the format says so. */
    public long u64(long offset) {
        return buffer.getLong(checked(offset, 8));
    }

    /** The bytes from offset, under another section name for the errors. */
    public Bytes slice(long offset, long length, String sectionName) {
        return new Bytes(
                file,
                sectionName,
                buffer.slice(checked(offset, length), (int) length).order(ByteOrder.LITTLE_ENDIAN));
    }

    public Bytes slice(long offset, long length) {
        return slice(offset, length, section);
    }

    public byte[] array(long offset, long length) {
        byte[] copy = new byte[(int) Math.min(length, size() + 1L)];
        buffer.get(checked(offset, length), copy, 0, (int) length);
        return copy;
    }

    /** UTF-8 text up to the next zero byte. */
    public String cString(long offset) {
        int start = checked(offset, 1);
        byte[] text = new byte[endOfString(offset) - start];
        buffer.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The offset of the next zero byte. */
    public int endOfString(long offset) {
        int end = checked(offset, 1);
        int size = size();
        while (end <= size - 8) {
            long eight = buffer.getLong(end);
            // a zero byte is the lowest one that borrows from its highest bit
            long zeros = eight - 0x0101010101010101L & ~eight & 0x8080808080808080L;
            if (zeros != 0) {
                return end + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
            end += 8;
        }
        while (end < size) {
            if (buffer.get(end) == 0) {
                return end;
            }
            end++;
        }
        throw malformed(offset, "a string that runs past the end");
    }

    /** All of them, to be read only. */
    public ByteBuffer buffer() {
        return buffer.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** UTF-8 text of a known length in bytes. */
    public String text(long offset, long length) {
        return new String(array(offset, length), StandardCharsets.UTF_8);
    }

    /** A cursor at offset. */
    public Cursor at(long offset) {
        return new Cursor(this, offset);
    }

    public MalformedFile malformed(long offset, String problem) {
        return new MalformedFile(file, section, offset, problem);
    }

    private int checked(long offset, long length) {
        if (offset < 0 || length < 0 || length > size() || offset > size() - length) {
            throw malformed(
                    offset,
                    "truncated or malformed: " + length + " bytes are wanted where the data has " + size() + " in all");
        }
        return (int) offset;
    }
}
