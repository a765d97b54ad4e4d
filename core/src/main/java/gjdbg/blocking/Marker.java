package gjdbg.blocking;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Marks what can be reached from roots, as the garbage collector does, but taking every word of an object for a pointer: it
 * may mark too much, and never too little.
 */
final class Marker {
    private static final int CHUNK = 1 << 16;

    private final Memory memory;
    private final Spans spans;
    private final Set<Long> opaque;
    private final long[][] marks;
    private long[] waiting = new long[256];
    private int count;
    private long left;
    private boolean unreadable;
    private final LongConsumer found;
    private LongConsumer outside = word -> {};

    /**
     * @param opaque addresses of objects that are not looked into
     * @param budget how many bytes are read at the most
     * @param found is told of each object that is marked
     */
    Marker(Memory memory, Spans spans, Set<Long> opaque, long budget, LongConsumer found) {
        this.memory = memory;
        this.spans = spans;
        this.opaque = opaque;
        marks = new long[spans.count()][];
        left = budget;
        this.found = found;
    }

    /** Has whatever points to nothing in the heap told to that one. */
    void tellOutside(LongConsumer to) {
        outside = to;
    }

    /** Takes a word for a pointer. */
    void root(long word) {
        int span = spans.at(word);
        if (span < 0) {
            outside.accept(word);
            return;
        }
        long size = spans.size(span);
        long number = (word - spans.start(span)) / size;
        if (number >= spans.room(span) || !mark(span, (int) number)) {
            return;
        }
        long base = spans.start(span) + number * size;
        found.accept(base);
        if (!spans.holdsPointers(span) || opaque.contains(base)) {
            return;
        }
        if (count + 2 > waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waiting.length);
        }
        waiting[count++] = base;
        waiting[count++] = size;
    }

    private boolean mark(int span, int number) {
        long[] bits = marks[span];
        if (bits == null) {
            bits = new long[(int) (spans.room(span) / 64 + 1)];
            marks[span] = bits;
        }
        long bit = 1L << number;
        boolean isNew = (bits[number >> 6] & bit) == 0;
        bits[number >> 6] |= bit;
        return isNew;
    }

    /** Takes every word of that memory for a pointer. */
    void rootsIn(long start, long end) {
        for (long at = start; at < end && left > 0; at += CHUNK) {
            int length = (int) Math.min(CHUNK, end - at);
            left -= length;
            byte[] bytes;
            try {
                bytes = memory.bytes(new Address(at), length);
            } catch (MemoryFault e) {
                unreadable = true;
                continue;
            }
            for (int i = 0; i + 8 <= length; i += 8) {
                long word = (long) Spans.WORD.get(bytes, i);
                if (word != 0) {
                    root(word);
                }
            }
        }
    }

    /** Goes on until nothing new is found. */
    void drain() {
        while (count > 0 && left > 0) {
            long size = waiting[--count];
            long base = waiting[--count];
            rootsIn(base, base + size);
        }
    }

    /** Why not all was looked through, so that what is not marked may be reachable too; empty where it was. */
    Optional<String> incomplete() {
        return unreadable
                ? Optional.of("part of the program's memory can't be read")
                : left <= 0 ? Optional.of("the program has too much in use to look through") : Optional.empty();
    }

    /** How many bytes it may still read; negative where it read on to the end of something. */
    long left() {
        return left;
    }

    boolean isInHeap(Address address) {
        return spans.at(address.value()) >= 0;
    }

    boolean isMarked(Address address) {
        int span = spans.at(address.value());
        if (span < 0 || marks[span] == null) {
            return false;
        }
        long number = (address.value() - spans.start(span)) / spans.size(span);
        return number < spans.room(span) && (marks[span][(int) (number >> 6)] & 1L << number) != 0;
    }
}
