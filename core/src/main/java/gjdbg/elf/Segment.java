package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * One program header (elf(5)).
 *
 * @param offset in the file, in bytes
 * @param address in memory, unsigned, without the bias
 * @param fileSize bytes in the file
 * @param memorySize bytes in memory; those past fileSize are zero
 */
public record Segment(int type, int flags, long offset, long address, long fileSize, long memorySize, long alignment) {
    public static final int PT_LOAD = 1;
    public static final int PT_DYNAMIC = 2;
    public static final int PT_INTERP = 3;
    public static final int PT_NOTE = 4;
    public static final int PT_PHDR = 6;
    public static final int PT_TLS = 7;

    private static final int COUNT_IN_SECTION_0 = 0xffff;

    static List<Segment> readAll(Bytes bytes, Header header, SectionTable sections) {
        long count = header.segmentCount();
        if (count == COUNT_IN_SECTION_0 && sections.realSegmentCount() > 0) {
            count = sections.realSegmentCount();
        }
        long offset = header.segmentOffset();
        if (offset < 0 || offset > bytes.size() || count * Header.SEGMENT_HEADER_SIZE > bytes.size() - offset) {
            throw new MalformedFile(
                    bytes.file(),
                    "",
                    -1,
                    "truncated or malformed: " + count + " program headers at 0x" + Long.toHexString(offset)
                            + " run past the end of the file");
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = offset + (long) i * Header.SEGMENT_HEADER_SIZE;
            Segment segment = read(bytes, at);
            segment.check(bytes);
            segments.add(segment);
        }
        return List.copyOf(segments);
    }

    /** One header, as it stands. */
    static Segment read(Bytes bytes, long at) {
        return new Segment(
                bytes.i32(at),
                bytes.i32(at + 4),
                bytes.u64(at + 8),
                bytes.u64(at + 16),
                bytes.u64(at + 32),
                bytes.u64(at + 40),
                bytes.u64(at + 48));
    }

    private void check(Bytes bytes) {
        if (fileSize == 0) {
            return;
        }
        // a core file that was cut short by a size limit is still worth reading, as far as it goes
        boolean mustBeWhole = type == PT_LOAD || type == PT_DYNAMIC || type == PT_INTERP;
        if (mustBeWhole && (offset < 0 || fileSize < 0 || offset > bytes.size() || fileSize > bytes.size() - offset)) {
            throw new MalformedFile(
                    bytes.file(),
                    "",
                    -1,
                    "truncated or malformed: a segment of 0x" + Long.toHexString(fileSize) + " bytes at 0x"
                            + Long.toHexString(offset) + " runs past the end of the file (0x"
                            + Integer.toHexString(bytes.size()) + " bytes)");
        }
    }

    public boolean writable() {
        return (flags & 2) != 0;
    }

    public boolean executable() {
        return (flags & 1) != 0;
    }

    /** Whether the file has length bytes for this address. */
    public boolean holds(FileAddress address, long length) {
        long into = address.value() - this.address;
        return into >= 0 && length >= 0 && into <= fileSize - length;
    }
}
