package gjdbg.target.linux;

import gjdbg.target.core.ProcessImage;
import java.util.BitSet;
import java.util.Optional;

/** Which pages of a process are there, in memory or swapped out (/proc/pid/pagemap, proc(5)). */
final class PageMap implements ProcessImage.PresentPages, AutoCloseable {
    private static final int PAGE_BITS = 12;
    private static final int MOST_PAGES = 512;
    /** Bits 63 and 62: present, swapped. */
    private static final int THERE = 62;

    private final int file;
    private final Scratch entries = new Scratch(MOST_PAGES * 8);

    PageMap(int tid) {
        file = SystemCalls.open("/proc/" + tid + "/pagemap", SystemCalls.O_RDONLY | SystemCalls.O_CLOEXEC, 0);
    }

    @Override
    public Optional<BitSet> from(long address, int count) {
        if (file < 0 || count > MOST_PAGES) {
            return Optional.empty();
        }
        long wanted = count * 8L;
        long got = SystemCalls.pread(file, entries.address, wanted, (address >>> PAGE_BITS) * 8);
        if (got != wanted) {
            return Optional.empty();
        }
        BitSet there = new BitSet(count);
        for (int i = 0; i < count; i++) {
            if (entries.bytes.getLong(i * 8) >>> THERE != 0) {
                there.set(i);
            }
        }
        return Optional.of(there);
    }

    @Override
    public void close() {
        if (file >= 0) {
            SystemCalls.close(file);
        }
    }
}
