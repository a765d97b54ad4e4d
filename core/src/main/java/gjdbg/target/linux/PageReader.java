package gjdbg.target.linux;

import java.util.Arrays;
import java.util.Collection;

/**
 * Copies pages of a process with few system calls: {@value #AT_ONCE} with one process_vm_readv(2). All that takes time beside
 * is done before and after.
 */
final class PageReader {
    private static final int PAGE = 4096;
    /** IOV_MAX, of which each page takes one on the target's side. */
    private static final int AT_ONCE = 1024;

    private final long[] numbers;
    private final boolean[] readable;
    private final Scratch[] bytes;
    /** The struct iovec of gjdbg's side, and those of the target's. */
    private final Scratch vectors = new Scratch(16 * (AT_ONCE + 1));

    /** Takes what was read of a page: nothing of one that can't be read. */
    @FunctionalInterface
    interface Taker {
        void take(long number, byte[] page);
    }

    /** @param numbers of the pages: their addresses divided by 4096 */
    PageReader(Collection<Long> numbers) {
        this.numbers = numbers.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(this.numbers);
        readable = new boolean[this.numbers.length];
        bytes = new Scratch[(this.numbers.length + AT_ONCE - 1) / AT_ONCE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new Scratch(Math.min(AT_ONCE, this.numbers.length - i * AT_ONCE) * PAGE);
        }
    }

    /** @param tid a thread to ask through */
    void read(int tid) {
        for (int from = 0; from < numbers.length; ) {
            int count = Math.min(AT_ONCE - from % AT_ONCE, numbers.length - from);
            int got = read(tid, from, count);
            Arrays.fill(readable, from, from + got, true);
            // the kernel stops at the first one that it can't read
            from += got == count ? count : got + 1;
        }
    }

    /** How many of them were read whole. */
    private int read(int tid, int from, int count) {
        long local = bytes[from / AT_ONCE].address + (long) (from % AT_ONCE) * PAGE;
        vectors.bytes.putLong(0, local).putLong(8, (long) count * PAGE);
        for (int i = 0; i < count; i++) {
            vectors.bytes.putLong(16 * (i + 1), numbers[from + i] << 12).putLong(16 * (i + 1) + 8, PAGE);
        }
        long got = SystemCalls.process_vm_readv(tid, vectors.address, 1, vectors.address + 16, count, 0);
        return got < 0 ? 0 : (int) (got / PAGE);
    }

    void give(Taker taker) {
        for (int i = 0; i < numbers.length; i++) {
            byte[] page = new byte[readable[i] ? PAGE : 0];
            bytes[i / AT_ONCE].bytes.get(i % AT_ONCE * PAGE, page);
            taker.take(numbers[i], page);
        }
    }
}
