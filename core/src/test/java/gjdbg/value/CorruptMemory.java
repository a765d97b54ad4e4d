package gjdbg.value;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The memory of a stopped process with some of its words replaced; the process itself is left as it is. */
final class CorruptMemory implements Memory {
    private static final int PAGE = 4096;

    private final Memory original;
    /** Null for a page that is not mapped. */
    private final Map<Long, byte[]> pages = new HashMap<>();

    private final Map<Long, byte[]> changed = new HashMap<>();
    private final Set<Long> words = new LinkedHashSet<>();
    private final List<Long> known = new ArrayList<>();
    private boolean noting;
    private long moment;

    CorruptMemory(Memory original) {
        this.original = original;
    }

    /** The words that are read meanwhile: those are worth changing. */
    List<Long> noted(Runnable reading) {
        words.clear();
        noting = true;
        reading.run();
        noting = false;
        known.addAll(words);
        return List.copyOf(words);
    }

    /**
     * Undoes earlier changes and makes some new ones.
     *
     * @param among the words of which some change
     */
    void corrupt(List<Long> among, Random random) {
        changed.clear();
        moment++;
        for (int i = random.nextInt(5); i >= 0; i--) {
            // the first words are a variable's own, and lead to the others
            int most = random.nextBoolean() ? among.size() : Math.min(among.size(), 12);
            long address = among.get(random.nextInt(most));
            byte[] page = page(address / PAGE * PAGE);
            int at = (int) (address % PAGE);
            if (page != null && at <= PAGE - 8) {
                long old = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
                put(address, value(old, random));
            }
        }
        if (random.nextInt(8) == 0) {
            // freed: what is there belongs to others now
            long page = among.get(random.nextInt(among.size())) / PAGE * PAGE;
            changed.put(page, random.nextBoolean() ? null : garbage(random));
        }
    }

    private long value(long old, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> random.nextLong();
            case 3 -> 1L << random.nextInt(64);
            case 4 -> old ^ 1L << random.nextInt(64);
            case 5 -> old + random.nextInt(64) - 32;
            case 6 -> Long.MAX_VALUE - random.nextInt(16);
            case 7 -> 0xc000000000L + random.nextInt(1 << 24);
            case 8 -> random.nextInt(1 << 20);
            case 9 -> old << 8 | random.nextInt(256);
            // cycles, and one kind of thing for another
            default -> known.get(random.nextInt(known.size()));
        };
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[PAGE];
        random.nextBytes(bytes);
        return bytes;
    }

    private void put(long address, long value) {
        byte[] word = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        for (int i = 0; i < 8; i++) {
            long page = (address + i) / PAGE * PAGE;
            byte[] bytes = changed.computeIfAbsent(page, this::copy);
            if (bytes != null) {
                bytes[(int) (address + i - page)] = word[i];
            }
        }
    }

    private byte[] copy(long page) {
        byte[] bytes = page(page);
        return bytes == null ? null : bytes.clone();
    }

    private byte[] page(long page) {
        if (!pages.containsKey(page)) {
            try {
                pages.put(page, original.bytes(new Address(page), PAGE));
            } catch (MemoryFault e) {
                pages.put(page, null);
            }
        }
        return pages.get(page);
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        long at = address.value();
        if (noting) {
            for (long word = at; word < at + Math.min(length, 512); word += 8) {
                words.add(word);
            }
        }
        for (int done = 0; done < length; ) {
            long page = Math.floorDiv(at + done, (long) PAGE) * PAGE;
            byte[] bytes = changed.containsKey(page) ? changed.get(page) : page(page);
            if (bytes == null) {
                throw new MemoryFault("read", at, length);
            }
            int from = (int) (at + done - page);
            int count = Math.min(PAGE - from, length - done);
            System.arraycopy(bytes, from, into, offset + done, count);
            done += count;
        }
    }

    @Override
    public void write(Address address, byte[] bytes) {
        throw new MemoryFault("write", address.value(), bytes.length);
    }

    @Override
    public long moment() {
        return moment;
    }
}
