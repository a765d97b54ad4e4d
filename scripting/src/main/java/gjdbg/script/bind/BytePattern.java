package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.function.LongConsumer;
import org.graalvm.polyglot.Value;

/** Bytes to look for: bytes themselves, or text as {@code '48 8b ?? c3'}, where ?? is any byte. */
final class BytePattern {
    private static final int CHUNK = 1 << 20;
    private static final int MOST_MATCHES = 100_000;

    private final byte[] bytes;
    private final boolean[] any;

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
        int matches = 0;
        for (long at = start; at < end; at += CHUNK) {
            byte[] chunk;
            try {
                chunk = memory.bytes(new Address(at), (int) Math.min(CHUNK + bytes.length - 1L, end - at));
            } catch (MemoryFault e) {
                // parts of a mapping may have nothing behind them, as past the end of a file
                continue;
            }
            for (int i = 0; i < Math.min(CHUNK, chunk.length - bytes.length + 1); i++) {
                if (matches(chunk, i)) {
                    found.accept(at + i);
                    if (++matches == MOST_MATCHES) {
                        return;
                    }
                }
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
