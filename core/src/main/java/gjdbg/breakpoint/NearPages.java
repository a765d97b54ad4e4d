package gjdbg.breakpoint;

import gjdbg.target.Address;
import gjdbg.target.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Chooses free addresses near code, for mmap(2) with MAP_FIXED_NOREPLACE. */
public final class NearPages {
    private static final long REACH = 1L << 30;
    /** Below are addresses that the kernel keeps free (vm.mmap_min_addr is 64 KiB at most by default). */
    private static final long LOWEST = 1L << 16;

    private static final long HIGHEST = 0x7fff_ffff_e000L;
    /** Room for the heap to grow by brk(2), and for the main stack to grow downwards. */
    private static final long GROWTH = 256L << 20;

    private NearPages() {}

    /**
     * Page-aligned starts of length free bytes within 1 GiB of the address, the nearest first; the kernel may refuse any.
     *
     * @param mappings in the order of their addresses
     */
    public static List<Address> candidates(List<Mapping> mappings, Address near, long length) {
        Objects.requireNonNull(mappings);
        List<Address> found = new ArrayList<>();
        long freeFrom = LOWEST;
        for (Mapping mapping : mappings) {
            if (mapping.start().value() < 0) {
                break; // [vsyscall] stands in the kernel's half
            }
            long freeTo = mapping.start().value() - (mapping.path().equals("[stack]") ? GROWTH : 0);
            addGap(found, freeFrom, freeTo, near.value(), length);
            freeFrom =
                    Math.max(freeFrom, mapping.end().value() + (mapping.path().equals("[heap]") ? GROWTH : 0));
        }
        addGap(found, freeFrom, HIGHEST, near.value(), length);
        found.sort(Comparator.comparingLong(candidate -> Math.abs(candidate.value() - near.value())));
        return found;
    }

    /** Adds the place in a gap that is nearest to the address, if it is within reach. */
    private static void addGap(List<Address> found, long from, long to, long near, long length) {
        long page = PageAllocator.PAGE;
        long low = (Math.max(from, near - REACH) + page - 1) & -page;
        long high = (Math.min(to, near + REACH) - length) & -page;
        if (low <= high) {
            found.add(new Address(near < low ? low : Math.min(high, near & -page)));
        }
    }
}
