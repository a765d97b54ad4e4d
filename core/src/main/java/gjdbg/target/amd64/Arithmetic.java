package gjdbg.target.amd64;

/** Two-operand arithmetic and the flags it leaves (Intel SDM, volume 1, section 3.4.3.1). */
public enum Arithmetic {
    ADD,
    SUB,
    AND,
    OR,
    XOR,
    /** SUB that keeps only the flags. */
    CMP,
    /** AND that keeps only the flags. */
    TEST;

    public static final long CARRY = 1;
    public static final long PARITY = 1 << 2;
    public static final long ADJUST = 1 << 4;
    public static final long ZERO = 1 << 6;
    public static final long SIGN = 1 << 7;
    public static final long OVERFLOW = 1 << 11;

    private static final long ALL = CARRY | PARITY | ADJUST | ZERO | SIGN | OVERFLOW;

    public boolean keepsResult() {
        return this != CMP && this != TEST;
    }

    /** @param size of the operands in bytes; the result's bits above it are zero */
    long result(long left, long right, int size) {
        long value =
                switch (this) {
                    case ADD -> left + right;
                    case SUB, CMP -> left - right;
                    case AND, TEST -> left & right;
                    case OR -> left | right;
                    case XOR -> left ^ right;
                };
        return value & mask(size);
    }

    /** The flags register after the operation. */
    long flags(long before, long left, long right, int size) {
        long a = left & mask(size);
        long b = right & mask(size);
        long r = result(left, right, size);
        long sign = 1L << (8 * size - 1);
        long flags = before & ~ALL;
        switch (this) {
            case ADD -> {
                flags |= Long.compareUnsigned(r, a) < 0 ? CARRY : 0;
                flags |= ((a ^ r) & (b ^ r) & sign) != 0 ? OVERFLOW : 0;
                flags |= (a ^ b ^ r) & ADJUST;
            }
            case SUB, CMP -> {
                flags |= Long.compareUnsigned(a, b) < 0 ? CARRY : 0;
                flags |= ((a ^ b) & (a ^ r) & sign) != 0 ? OVERFLOW : 0;
                flags |= (a ^ b ^ r) & ADJUST;
            }
            case AND, OR, XOR, TEST -> {
                // carry and overflow are cleared; adjust is undefined, and processors clear it
            }
        }
        flags |= r == 0 ? ZERO : 0;
        flags |= (r & sign) != 0 ? SIGN : 0;
        flags |= (Long.bitCount(r & 0xff) & 1) == 0 ? PARITY : 0;
        return flags;
    }

    static long mask(int size) {
        return size == 8 ? -1L : (1L << (8 * size)) - 1;
    }
}
