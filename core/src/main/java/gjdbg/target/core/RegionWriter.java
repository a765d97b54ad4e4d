package gjdbg.target.core;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.LongConsumer;

/** Copies memory into a file, all but the pages of zeros. */
final class RegionWriter {
    private static final int PAGE = 4096;
    private static final int CHUNK_PAGES = 256;
    private static final byte[] ZEROS = new byte[PAGE];

    private final ProcessImage image;
    private final FileChannel file;
    private final byte[] chunk = new byte[CHUNK_PAGES * PAGE];

    RegionWriter(ProcessImage image, FileChannel file) {
        this.image = image;
        this.file = file;
    }

    /**
     * @param position of the region in the file
     * @param progress hears how many bytes are done
     * @return how many bytes from its start could be read: past the end of a mapped file there is nothing
     */
    long write(ProcessImage.RegionImage region, long position, LongConsumer progress) throws IOException {
        long start = region.mapping().start().value();
        for (long done = 0; done < region.held(); done += chunk.length) {
            progress.accept(done);
            int length = (int) Math.min(chunk.length, region.held() - done);
            int there = write(region, start + done, length, position + done);
            if (there < length) {
                return done + there;
            }
        }
        return region.held();
    }

    private int write(ProcessImage.RegionImage region, long address, int length, long position) throws IOException {
        int pages = (length + PAGE - 1) / PAGE;
        BitSet present =
                region.sparse() ? image.presentPages().from(address, pages).orElse(all(pages)) : all(pages);
        for (int from = present.nextSetBit(0); from >= 0; ) {
            int to = Math.min(pages, present.nextClearBit(from));
            int size = Math.min(length, to * PAGE) - from * PAGE;
            int there = read(address + (long) from * PAGE, size);
            copy(there, position + (long) from * PAGE);
            if (there < size) {
                return from * PAGE + there;
            }
            from = present.nextSetBit(to);
        }
        return length;
    }

    private static BitSet all(int pages) {
        BitSet all = new BitSet(pages);
        all.set(0, pages);
        return all;
    }

    /** Reads into the chunk; returns how many bytes are there, which are whole pages. */
    private int read(long address, int length) {
        try {
            image.memory().read(new Address(address), chunk, 0, length);
            return length;
        } catch (MemoryFault whole) {
            for (int at = 0; at < length; at += PAGE) {
                try {
                    image.memory().read(new Address(address + at), chunk, at, Math.min(PAGE, length - at));
                } catch (MemoryFault page) {
                    return at;
                }
            }
            return length;
        }
    }

    /** Writes the chunk's first bytes, runs of pages that are not zero each at once. */
    private void copy(int length, long position) throws IOException {
        int from = 0;
        while (from < length) {
            while (from < length && zero(from, length)) {
                from += PAGE;
            }
            int to = from;
            while (to < length && !zero(to, length)) {
                to += PAGE;
            }
            if (from < length) {
                ByteBuffer run = ByteBuffer.wrap(chunk, from, Math.min(to, length) - from);
                for (long at = position + from; run.hasRemaining(); ) {
                    at += file.write(run, at);
                }
            }
            from = to;
        }
    }

    private boolean zero(int page, int length) {
        int size = Math.min(PAGE, length - page);
        return Arrays.equals(chunk, page, page + size, ZEROS, 0, size);
    }
}
