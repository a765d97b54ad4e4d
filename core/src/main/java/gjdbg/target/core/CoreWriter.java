package gjdbg.target.core;

import gjdbg.target.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * Writes a core dump (ET_CORE, core(5)) as the kernel does: headers, notes, then the memory. Pages of zeros are holes in the
 * file. Not safe for use by several threads.
 */
public final class CoreWriter {
    private static final int PAGE = 4096;
    private static final int HEADER_SIZE = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int SECTION_SIZE = 64;
    private static final int PN_XNUM = 0xffff;
    private static final int PT_LOAD = 1;
    private static final int PT_NOTE = 4;
    /** p_filesz in a program header. */
    private static final int FILE_SIZE_OFFSET = 32;

    private final ProcessImage image;
    private final FileChannel file;
    private final DumpProgress progress;

    private CoreWriter(ProcessImage image, FileChannel file, DumpProgress progress) {
        this.image = image;
        this.file = file;
        this.progress = progress;
    }

    /**
     * @param file empty, open for writing
     * @throws IOException when it can't be written, as on a full disk; what is there by then is no core
     */
    public static void write(ProcessImage image, FileChannel file, DumpProgress progress) throws IOException {
        new CoreWriter(image, file, progress).write();
    }

    private void write() throws IOException {
        byte[] notes = NoteWriter.notes(image);
        List<ProcessImage.RegionImage> regions = image.regions();
        int count = regions.size() + 1;
        boolean many = count >= PN_XNUM;
        int headers = HEADER_SIZE + count * SEGMENT_SIZE;
        int notesAt = headers + (many ? SECTION_SIZE : 0);
        ByteBuffer start = ByteBuffer.allocate(notesAt).order(ByteOrder.LITTLE_ENDIAN);
        header(start, count, many ? headers : 0);
        segment(start, PT_NOTE, 0, notesAt, 0, notes.length, 0, 4);
        long position = notesAt + notes.length + PAGE - 1L & -PAGE;
        for (ProcessImage.RegionImage region : regions) {
            Mapping mapping = region.mapping();
            long address = mapping.start().value();
            segment(start, PT_LOAD, flags(mapping), position, address, region.held(), mapping.size(), PAGE);
            position += region.held();
        }
        if (many) {
            // elf(5): sh_info of the first section header has the count then
            start.putInt(headers + 44, count);
        }
        put(start.flip().limit(start.capacity()), 0);
        put(ByteBuffer.wrap(notes), notesAt);
        memory(position);
    }

    private static void header(ByteBuffer to, int segments, long sections) {
        to.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        to.putShort((short) 4).putShort((short) 62).putInt(1);
        to.putLong(0).putLong(HEADER_SIZE).putLong(sections).putInt(0);
        to.putShort((short) HEADER_SIZE).putShort((short) SEGMENT_SIZE).putShort((short) Math.min(segments, PN_XNUM));
        to.putShort((short) (sections == 0 ? 0 : SECTION_SIZE));
        to.putShort((short) (sections == 0 ? 0 : 1)).putShort((short) 0);
    }

    private static void segment(
            ByteBuffer to, int type, int flags, long offset, long address, long held, long size, long alignment) {
        to.putInt(type).putInt(flags).putLong(offset).putLong(address).putLong(0);
        to.putLong(held).putLong(size).putLong(alignment);
    }

    private static int flags(Mapping mapping) {
        return (mapping.readable() ? 4 : 0) + (mapping.writable() ? 2 : 0) + (mapping.executable() ? 1 : 0);
    }

    /** @param end where the last region's bytes end in the file */
    private void memory(long end) throws IOException {
        List<ProcessImage.RegionImage> regions = image.regions();
        long total = 0;
        for (ProcessImage.RegionImage region : regions) {
            total += region.held();
        }
        long position = end - total;
        long whole = total;
        RegionWriter writer = new RegionWriter(image, file);
        long before = 0;
        for (int i = 0; i < regions.size(); i++) {
            ProcessImage.RegionImage region = regions.get(i);
            long base = before;
            long there = writer.write(region, position, done -> progress.reached(base + done, whole));
            if (there < region.held()) {
                long header = HEADER_SIZE + (i + 1L) * SEGMENT_SIZE;
                ByteBuffer held =
                        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, there);
                put(held, header + FILE_SIZE_OFFSET);
            }
            position += region.held();
            before += region.held();
        }
        if (total > 0 && file.size() < end) {
            // a last byte, for the file to be as long as its headers say
            put(ByteBuffer.allocate(1), end - 1);
        }
        progress.reached(total, total);
    }

    private void put(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }
}
