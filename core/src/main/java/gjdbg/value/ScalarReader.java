package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.type.BitField;

/** Booleans and numbers. */
final class ScalarReader {
    private ScalarReader() {}

    static Reading bool(TypedValue value) {
        return new Reading.Bool(bits(value) != 0);
    }

    static Reading signed(TypedValue value) {
        int size = size(value);
        int unused = 64 - 8 * size;
        return new Reading.Int(value.type() instanceof BitField ? bits(value) : bits(value) << unused >> unused, false);
    }

    static Reading unsigned(TypedValue value) {
        return new Reading.Int(bits(value), true);
    }

    static Reading enumeration(TypedValue value) {
        return value.type().isSigned() ? signed(value) : unsigned(value);
    }

    private static long bits(TypedValue value) {
        long bytes = value.word(0, size(value));
        return value.type() instanceof BitField field ? field.extract(bytes) : bytes;
    }

    static Reading real(TypedValue value) {
        return new Reading.Real(real(value, 0, (int) value.type().size()));
    }

    static Reading complex(TypedValue value) {
        int half = (int) (value.type().size() / 2);
        return new Reading.Complex(real(value, 0, half), real(value, half, half));
    }

    private static double real(TypedValue value, long offset, int size) {
        return switch (size) {
            case 4 -> Float.intBitsToFloat((int) value.word(offset, 4));
            case 8 -> Double.longBitsToDouble(value.word(offset, 8));
            case 16 -> LongDouble.of(value, offset).rounded();
            default -> throw new Unavailable("", "floating-point numbers of " + size + " bytes are not known");
        };
    }

    private static int size(TypedValue value) {
        long size = value.type().size();
        if (size < 1 || size > 8) {
            throw new Unavailable("", "a number of " + size + " bytes is not known");
        }
        return (int) size;
    }
}
