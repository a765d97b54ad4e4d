package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.function.LongConsumer;
import org.graalvm.polyglot.Value;

/** Bytes to look for: bytes themselves, or text as {@code '48 8b ?? c3'}, where ?? is any byte. */
final class BytePattern {
    private static final int PAGE = 4096;
    private static final int CHUNK = 1 << 20;
    private static final int MOST_MATCHES = 100_000;

    private final byte[] bytes;
    private final boolean[] any;
    private int matches;

    private BytePattern(byte[] bytes, boolean[] any) {
        this.bytes = bytes;
        this.any = any;
        if (bytes.length == 0 || bytes.length > CHUNK / 2) {
            throw new BadRequest("a pattern has 1 to " + CHUNK / 2 + " bytes");
        }
    }

    static BytePattern of(Value value) {
        if (value.isString()
                && value.asString().strip().matches("([0-9a-fA-F]{2}|\\?\\?)(\\s+([0-9a-fA-F]{2}|\\?\\?))*")) {
            String[] words = value.asString().strip().split("\\s+");
            byte[] bytes = new byte[words.length];
            boolean[] any = new boolean[words.length];
            for (int i = 0; i < words.length; i++) {
                any[i] = words[i].equals("??");
                bytes[i] = any[i] ? 0 : (byte) Integer.parseInt(words[i], 16);
            }
            return new BytePattern(bytes, any);
        }
        byte[] bytes = Arguments.bytes(value);
        return new BytePattern(bytes, new boolean[bytes.length]);
    }

    void findIn(Memory memory, long start, long end, LongConsumer found) {
        for (long at = start; at < end && matches < MOST_MATCHES; at += CHUNK) {
            scan(memory, at, Math.min(at + CHUNK, end), end, found);
        }
    }

    /** Finds what begins in [from, to). What can't be read is halved until what can be is left. */
    private void scan(Memory memory, long from, long to, long end, LongConsumer found) {
        byte[] chunk;
        try {
            chunk = memory.bytes(new Address(from), (int) Math.min(to - from + bytes.length - 1L, end - from));
        } catch (MemoryFault e) {
            // parts of a mapping may have nothing behind them, as past the end of a file
            if (to - from > PAGE) {
                long middle = from + (to - from) / 2 / PAGE * PAGE;
                middle = middle == from ? from + PAGE : middle;
                scan(memory, from, middle, end, found);
                scan(memory, middle, to, end, found);
            } else if (to < end && bytes.length > 1) {
                // a page of its own, without what follows
                scan(memory, from, to, to, found);
            }
            return;
        }
        int last = (int) Math.min(to - from, chunk.length - bytes.length + 1L);
        for (int i = 0; i < last && matches < MOST_MATCHES; i++) {
            if (matches(chunk, i)) {
                found.accept(from + i);
                matches++;
            }
        }
    }

    private boolean matches(byte[] chunk, int at) {
        for (int i = 0; i < bytes.length; i++) {
            if (!any[i] && chunk[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
