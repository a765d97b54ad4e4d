package gjdbg.blocking;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The spans of Go's heap that hold objects (runtime/mheap.go), by address. */
final class Spans {
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PAGE = 8192;
    private static final int MOST = 1 << 23;
    private static final int LARGEST_DESCRIPTOR = 4096;
    /** mSpanInUse. */
    private static final int IN_USE = 1;

    private static final String SPAN = "runtime.mspan";

    /** Of each span: where it begins and ends, its objects' size, with the sign bit where these hold no pointers. */
    private final long[] starts;

    private final long[] ends;
    private final long[] sizes;
    private final long[] specials;
    private int last;

    private Spans(long[][] rows) {
        starts = column(rows, 0);
        ends = column(rows, 1);
        sizes = column(rows, 2);
        specials = column(rows, 3);
    }

    private static long[] column(long[][] rows, int number) {
        return Arrays.stream(rows).mapToLong(row -> row[number]).toArray();
    }

    /** @throws Unavailable where the debugging information does not tell of the heap, or the heap is corrupt */
    static Spans read(Scene scene) {
        Memory memory = scene.memory();
        long list = offset(scene, "runtime.mheap", "allspans");
        Address slice = RuntimeGlobals.address(scene, "runtime.mheap_").plus(list);
        long count = memory.u64(slice.plus(8));
        if (count < 0 || count > MOST) {
            throw new Unavailable("the heap", "its list of spans has the length " + Long.toUnsignedString(count));
        }
        int start = (int) offset(scene, SPAN, "startAddr");
        int pages = (int) offset(scene, SPAN, "npages");
        int size = (int) offset(scene, SPAN, "elemsize");
        int kind = (int) offset(scene, SPAN, "spanclass");
        int state = (int) offset(scene, SPAN, "state");
        int special = (int) offset(scene, SPAN, "specials");
        int length = Math.max(Math.max(Math.max(start, pages), Math.max(size, kind)), Math.max(state, special)) + 8;
        if (length > LARGEST_DESCRIPTOR) {
            throw new Unavailable("the heap", "the layout of its spans is not known");
        }
        byte[] pointers = memory.bytes(memory.pointer(slice), (int) count * 8);
        long[][] rows = new long[(int) count][];
        int used = 0;
        for (int i = 0; i < count; i++) {
            byte[] span = memory.bytes(new Address((long) WORD.get(pointers, 8 * i)), length);
            long each = (long) WORD.get(span, size);
            if (span[state] == IN_USE && each >= 8) {
                long first = (long) WORD.get(span, start);
                boolean without = (span[kind] & 1) != 0;
                rows[used++] = new long[] {
                    first,
                    first + (long) WORD.get(span, pages) * PAGE,
                    without ? each | Long.MIN_VALUE : each,
                    (long) WORD.get(span, special)
                };
            }
        }
        rows = Arrays.copyOf(rows, used);
        Arrays.sort(rows, (a, b) -> Long.compareUnsigned(a[0], b[0]));
        return new Spans(rows);
    }

    private static long offset(Scene scene, String struct, String field) {
        return scene.offset(struct, field)
                .orElseThrow(() -> new Unavailable(
                        "the heap", "the debugging information does not tell of " + struct + "." + field));
    }

    int count() {
        return starts.length;
    }

    /** The number of the span that holds the address; -1 where none does. */
    int at(long address) {
        if (last < starts.length && address >= starts[last] && address < ends[last]) {
            return last;
        }
        int found = Arrays.binarySearch(starts, address);
        int span = found >= 0 ? found : -found - 2;
        if (span < 0 || address >= ends[span]) {
            return -1;
        }
        last = span;
        return span;
    }

    long start(int span) {
        return starts[span];
    }

    /** In bytes. */
    long size(int span) {
        return sizes[span] & Long.MAX_VALUE;
    }

    /** How many objects there is room for. */
    long room(int span) {
        return (ends[span] - starts[span]) / size(span);
    }

    /** Where the object begins in which the address is; the address itself where it is in none. */
    long base(long address) {
        int span = at(address);
        return span < 0 ? address : address - (address - starts[span]) % size(span);
    }

    boolean holdsPointers(int span) {
        return sizes[span] > 0;
    }

    /** The first of the records that hang on its objects (runtime.special), or 0. */
    long specials(int span) {
        return specials[span];
    }
}
