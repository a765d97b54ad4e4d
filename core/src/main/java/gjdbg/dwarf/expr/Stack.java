package gjdbg.dwarf.expr;

import gjdbg.bytes.Bytes;
import java.util.Arrays;

/** The typed stack of an expression, bounded so that a hostile one can't fill the memory. */
final class Stack {
    private static final int LIMIT = 1024;

    private final Bytes expression;
    private long[] bits = new long[8];
    private BaseType[] types = new BaseType[8];
    private int depth;

    Stack(Bytes expression) {
        this.expression = expression;
    }

    void push(long value, BaseType type) {
        if (depth == bits.length) {
            if (depth == LIMIT) {
                throw expression.malformed(0, "a location expression that needs a stack of more than " + LIMIT);
            }
            bits = Arrays.copyOf(bits, 2 * depth);
            types = Arrays.copyOf(types, 2 * depth);
        }
        bits[depth] = type.normal(value);
        types[depth++] = type;
    }

    void push(long value) {
        push(value, BaseType.GENERIC);
    }

    /** The type of the entry below the top that many places. */
    BaseType type(int below) {
        return types[index(below)];
    }

    long peek(int below) {
        return bits[index(below)];
    }

    long pop() {
        long value = bits[index(0)];
        depth--;
        return value;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    void swap() {
        exchange(index(0), index(1));
    }

    /** The top entry becomes the third. */
    void rotate() {
        exchange(index(0), index(1));
        exchange(index(1), index(2));
    }

    private void exchange(int one, int other) {
        long value = bits[one];
        BaseType type = types[one];
        bits[one] = bits[other];
        types[one] = types[other];
        bits[other] = value;
        types[other] = type;
    }

    private int index(int below) {
        if (below < 0 || below >= depth) {
            throw expression.malformed(0, "a location expression that takes more from its stack than is there");
        }
        return depth - 1 - below;
    }
}
