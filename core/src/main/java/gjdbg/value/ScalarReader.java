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
            case 16 -> extended(value.word(offset, 8), (int) value.word(offset + 8, 2));
            default -> throw new Unavailable("", "floating-point numbers of " + size + " bytes are not known");
        };
    }

    /** The 80 bits of the x87 format, a long double of C: a sign, 15 bits of exponent, 64 of the number itself. */
    private static double extended(long significand, int signAndExponent) {
        int exponent = signAndExponent & 0x7fff;
        double sign = (signAndExponent & 0x8000) != 0 ? -1 : 1;
        if (exponent == 0x7fff) {
            return significand << 1 == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        double high = significand >>> 32;
        double low = significand & 0xffff_ffffL;
        return sign * (Math.scalb(high, exponent - 16383 - 31) + Math.scalb(low, exponent - 16383 - 63));
    }

    private static int size(TypedValue value) {
        long size = value.type().size();
        if (size < 1 || size > 8) {
            throw new Unavailable("", "a number of " + size + " bytes is not known");
        }
        return (int) size;
    }
}
