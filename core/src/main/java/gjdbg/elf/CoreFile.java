package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.MalformedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The container of a core dump (ET_CORE, core(5)): its segments and its notes. A file that was cut short is read as far as
 * it goes, unlike a program. Safe for use by several threads.
 */
public final class CoreFile {
    private static final int HEADER_SIZE = 64;
    /** e_phnum when the count is in sh_info of the first section header (elf(5), PN_XNUM). */
    private static final int PN_XNUM = 0xffff;

    private static final int MOST_SEGMENTS = 1 << 22;
    private static final long MOST_NOTE_BYTES = 1L << 30;

    private final LargeFile file;
    private final List<Segment> segments;
    private long wholeSize;

    private CoreFile(LargeFile file) {
        this.file = file;
        Bytes start = file.copy(0, HEADER_SIZE, "");
        Header header = Header.read(start);
        if (header.type() != Header.ET_CORE) {
            throw new MalformedFile(
                    file.toString(), "", -1, "is no core dump: " + Header.typeName(header.type()) + " file");
        }
        segments = readSegments(header);
    }

    /**
     * @throws gjdbg.error.BadRequest when it can't be read
     * @throws MalformedFile when it is no core dump of an x86-64 process; the message says what it is instead
     */
    public static CoreFile open(Path path) {
        return new CoreFile(LargeFile.open(path));
    }

    public Path path() {
        return file.path();
    }

    /** The whole file. */
    public LargeFile bytes() {
        return file;
    }

    /** In the order of the file; in one that was cut short they may speak of bytes past its end. */
    public List<Segment> segments() {
        return segments;
    }

    /** The size in bytes that the headers speak of; more than the file's own when it was cut short. */
    public long wholeSize() {
        return wholeSize;
    }

    public boolean truncated() {
        return wholeSize > file.size();
    }

    /** Calls visit for each whole note, in the order of the file. Segments that lie over one before them are left out. */
    public void eachNote(Consumer<Note> visit) {
        long taken = 0;
        for (Segment segment : segments) {
            if (segment.type() == Segment.PT_NOTE && segment.offset() >= taken) {
                Bytes bytes = file.copy(segment.offset(), Math.min(MOST_NOTE_BYTES, segment.fileSize()), "notes");
                taken = segment.offset() + bytes.size();
                Note.each(bytes, segment.alignment(), visit);
            }
        }
    }

    private List<Segment> readSegments(Header header) {
        long offset = header.segmentOffset();
        if (offset < 0 || offset > file.size()) {
            throw new MalformedFile(
                    file.toString(),
                    "",
                    -1,
                    "truncated or malformed: program headers at 0x" + Long.toHexString(offset)
                            + " are past the end of the file (0x" + Long.toHexString(file.size()) + " bytes)");
        }
        long count = count(header);
        wholeSize = offset + count * Header.SEGMENT_HEADER_SIZE;
        long whole = Math.min(Math.min(count, MOST_SEGMENTS), (file.size() - offset) / Header.SEGMENT_HEADER_SIZE);
        Bytes table = file.copy(offset, whole * Header.SEGMENT_HEADER_SIZE, "program headers");
        List<Segment> found = new ArrayList<>((int) whole);
        for (int i = 0; i < whole; i++) {
            Segment segment = Segment.read(table, (long) i * Header.SEGMENT_HEADER_SIZE);
            if (segment.offset() < 0 || segment.fileSize() < 0 || segment.offset() + segment.fileSize() < 0) {
                continue;
            }
            if (segment.fileSize() > 0) {
                wholeSize = Math.max(wholeSize, segment.offset() + segment.fileSize());
            }
            found.add(segment);
        }
        return List.copyOf(found);
    }

    private long count(Header header) {
        long sections = header.sectionOffset();
        if (header.segmentCount() != PN_XNUM || sections <= 0 || sections > file.size() - Header.SECTION_HEADER_SIZE) {
            return header.segmentCount();
        }
        long real = file.copy(sections + 44, 4, "section headers").u32(0);
        return real == 0 ? header.segmentCount() : real;
    }
}
