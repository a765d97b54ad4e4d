package gjdbg.target.amd64;

/** The bytes of one instruction, in order. Past their end they are 0, and the cursor has overrun. */
final class CodeCursor {
    private final byte[] code;
    private final int start;
    private final int limit;
    private int at;
    private boolean overrun;

    CodeCursor(byte[] code, int offset) {
        this.code = code;
        this.start = offset;
        this.limit = Math.min(code.length, offset + InstructionDecoder.MAX_LENGTH);
        this.at = offset;
    }

    int u8() {
        if (at >= limit) {
            overrun = true;
            return 0;
        }
        return code[at++] & 0xff;
    }

    /** What {@link #u8} would give. */
    int peek() {
        return at < limit ? code[at] & 0xff : 0;
    }

    /** @param size in bytes, 0 to 8 */
    long signed(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (long) u8() << (8 * i);
        }
        int unused = 64 - 8 * size;
        return size == 0 ? 0 : value << unused >> unused;
    }

    /** How many bytes were read. */
    int length() {
        return at - start;
    }

    boolean overrun() {
        return overrun;
    }
}
