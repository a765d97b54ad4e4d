package gjdbg.dwarf.expr;

/** The type of an entry of the stack (DWARF 5, section 2.5.1.4). */
public record BaseType(Kind kind, int size) {
    /** What the bits of an entry mean. */
    public enum Kind {
        /** The size of an address, of no particular sign. */
        GENERIC,
        SIGNED,
        UNSIGNED,
        FLOAT
    }

    public static final BaseType GENERIC = new BaseType(Kind.GENERIC, 8);

    /** The bits as the type keeps them: cut to its size, and with the sign carried on where it has one. */
    long normal(long bits) {
        if (size >= 8) {
            return bits;
        }
        int unused = 64 - 8 * size;
        return kind == Kind.SIGNED ? bits << unused >> unused : bits << unused >>> unused;
    }

    double real(long bits) {
        return size == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }

    long bits(double value) {
        return size == 4 ? Float.floatToRawIntBits((float) value) & 0xffff_ffffL : Double.doubleToRawLongBits(value);
    }
}
