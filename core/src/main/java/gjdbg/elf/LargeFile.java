package gjdbg.elf;

import gjdbg.bytes.Bytes;
import gjdbg.error.BadRequest;
import gjdbg.error.MalformedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A file of any size, mapped into memory window by window as it is read; little-endian. A core of a Go program is easily
 * larger than what one buffer holds. Offsets are in bytes from the start. Safe for use by several threads.
 */
public final class LargeFile {
    private static final int WINDOW_BITS = 30;
    private static final long WINDOW = 1L << WINDOW_BITS;
    private static final long MOST_WINDOWS = 1 << 17;

    private final Path path;
    private final long size;
    private final AtomicReferenceArray<ByteBuffer> windows;

    private LargeFile(Path path, long size) {
        this.path = path;
        this.size = size;
        windows = new AtomicReferenceArray<>((int) Math.min(MOST_WINDOWS, size + WINDOW - 1 >> WINDOW_BITS));
    }

    /** @throws BadRequest when it can't be read */
    public static LargeFile open(Path path) {
        Objects.requireNonNull(path);
        if (Files.isDirectory(path)) {
            throw new BadRequest(path + ": is a folder, not a file");
        }
        try {
            LargeFile file = new LargeFile(path, Files.size(path));
            if (file.size > 0) {
                file.window(0);
            }
            return file;
        } catch (IOException e) {
            throw Unreadable.of(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    /** Bytes that are in the file, between 0 and {@link #size}. */
    public void read(long offset, byte[] into, int at, int length) {
        Objects.checkFromIndexSize(offset, length, size);
        for (int done = 0; done < length; ) {
            long from = offset + done;
            int within = (int) (from & WINDOW - 1);
            int part = (int) Math.min(length - done, WINDOW - within);
            window((int) (from >> WINDOW_BITS)).get(within, into, at + done, part);
            done += part;
        }
    }

    /** The eight bytes at the offset. */
    public long u64(long offset) {
        Objects.checkFromIndexSize(offset, 8, size);
        int within = (int) (offset & WINDOW - 1);
        if (within <= WINDOW - 8) {
            return window((int) (offset >> WINDOW_BITS)).getLong(within);
        }
        byte[] bytes = new byte[8];
        read(offset, bytes, 0, 8);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    /**
     * A copy of a part, cut short where the file ends.
     *
     * @param section its name for the errors
     */
    public Bytes copy(long offset, long length, String section) {
        long there = offset < 0 || offset > size ? 0 : Math.max(0, Math.min(length, size - offset));
        byte[] bytes = new byte[(int) Math.min(there, Integer.MAX_VALUE - 8)];
        if (bytes.length > 0) {
            read(offset, bytes, 0, bytes.length);
        }
        return Bytes.of(path.toString(), section, bytes);
    }

    private ByteBuffer window(int index) {
        if (index >= windows.length()) {
            throw new MalformedFile(path.toString(), "", (long) index << WINDOW_BITS, "is too large to be read there");
        }
        ByteBuffer known = windows.get(index);
        return known != null ? known : map(index);
    }

    private ByteBuffer map(int index) {
        long start = (long) index << WINDOW_BITS;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer window = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW, size - start))
                    .order(ByteOrder.LITTLE_ENDIAN);
            windows.set(index, window);
            return window;
        } catch (IOException e) {
            throw Unreadable.of(path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
