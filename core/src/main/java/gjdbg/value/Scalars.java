package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.type.BitField;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The bytes that plain values have in the program, their types and ranges checked. */
final class Scalars {
    private static final int MOST_SHOWN = 100;

    private Scalars() {}

    /** Whether values of the kind hold nothing but themselves. */
    static boolean isScalar(TypeKind kind) {
        return switch (kind) {
            case BOOL, INT, UINT, ENUM, FLOAT, COMPLEX -> true;
            case POINTER, MAP, CHAN, FUNC, SLICE, INTERFACE, STRING, STRUCT, UNION, ARRAY, VOID, UNKNOWN -> false;
        };
    }

    /** @throws BadRequest for what does not go with the type */
    static byte[] bytes(Type type, Object given) {
        return switch (type.kind()) {
            case BOOL, INT, UINT, ENUM -> word(number(type, given), size(type));
            case FLOAT -> real(type, given);
            case COMPLEX -> complex(type, given);
            case POINTER, MAP, CHAN, FUNC, SLICE, INTERFACE, STRING, STRUCT, UNION, ARRAY, VOID, UNKNOWN ->
                throw mismatch(type, given);
        };
    }

    /** The 64 bits that a boolean or an integer stands for. */
    static long number(Type type, Object given) {
        return type.kind() == TypeKind.BOOL ? bool(type, given) ? 1 : 0 : integer(type, given);
    }

    static byte[] word(long value, int size) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(bytes, size);
    }

    static int size(Type type) {
        if (type.size() < 1 || type.size() > 8) {
            throw new BadRequest("a " + type.name() + " of " + type.size() + " bytes can't be set");
        }
        return (int) type.size();
    }

    static BadRequest mismatch(Type type, Object given) {
        String told =
                switch (given) {
                    case String text -> "the string " + quoted(text);
                    case Reading.Nil _ -> "nil";
                    case Reading.Complex complex -> "(" + complex.real() + ", " + complex.imaginary() + ")";
                    case Map<?, ?> map -> "an object with the members " + map.keySet();
                    case byte[] bytes -> bytes.length + " bytes";
                    case List<?> list -> "an array of " + list.size();
                    default -> given.toString();
                };
        return new BadRequest("a value of type " + type.name() + " can't be set to " + told);
    }

    private static String quoted(String text) {
        int end = Quoted.end(text, MOST_SHOWN);
        StringBuilder quoted = new StringBuilder();
        Quoted.append(text.substring(0, end), quoted);
        return quoted.append(end < text.length() ? "…" : "").toString();
    }

    private static boolean bool(Type type, Object given) {
        if (given instanceof Boolean bool) {
            return bool;
        }
        throw mismatch(type, given);
    }

    private static long integer(Type type, Object given) {
        BigInteger number = whole(type, given);
        boolean signed = type.isSigned();
        int bits = type instanceof BitField field ? field.bits() : 8 * size(type);
        BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        if (number.compareTo(low) < 0 || number.compareTo(high) >= 0) {
            throw new BadRequest(number + " does not fit into " + type.name() + ", which holds " + low + " to "
                    + high.subtract(BigInteger.ONE));
        }
        return number.longValue();
    }

    private static BigInteger whole(Type type, Object given) {
        return switch (given) {
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            case Double number
            when number == Math.rint(number) && !Double.isInfinite(number) -> new BigDecimal(number).toBigInteger();
            case String text
            when isCharacter(type) && text.codePointCount(0, text.length()) == 1 ->
                BigInteger.valueOf(text.codePointAt(0));
            default -> throw mismatch(type, given);
        };
    }

    /** A byte, rune or char, which the debug information has as uint8 and int32 in Go, may be given as a character. */
    private static boolean isCharacter(Type type) {
        return switch (type.kind()) {
            case UINT -> type.size() == 1;
            case INT -> type.size() == 4 || CText.isChar(type);
            case BOOL,
                    FLOAT,
                    COMPLEX,
                    STRING,
                    POINTER,
                    STRUCT,
                    UNION,
                    ARRAY,
                    SLICE,
                    MAP,
                    CHAN,
                    FUNC,
                    INTERFACE,
                    ENUM,
                    VOID,
                    UNKNOWN -> false;
        };
    }

    private static byte[] real(Type type, Object given) {
        if (!(given instanceof Number number)) {
            throw mismatch(type, given);
        }
        return real(type, number.doubleValue(), (int) type.size());
    }

    private static byte[] real(Type type, double value, int size) {
        if (size == 4 && Float.isInfinite((float) value) && !Double.isInfinite(value)) {
            throw new BadRequest(
                    value + " does not fit into " + type.name() + ", which holds up to " + Float.MAX_VALUE);
        }
        return switch (size) {
            case 4 -> word(Float.floatToRawIntBits((float) value), 4);
            case 8 -> word(Double.doubleToRawLongBits(value), 8);
            default -> throw mismatch(type, value);
        };
    }

    private static byte[] complex(Type type, Object given) {
        int half = (int) type.size() / 2;
        if (half != 4 && half != 8) {
            throw mismatch(type, given);
        }
        Number real;
        Number imaginary;
        if (given instanceof Reading.Complex(double re, double im)) {
            real = re;
            imaginary = im;
        } else if (given instanceof Map<?, ?> map
                && map.size() == 2
                && map.get("real") instanceof Number re
                && map.get("imag") instanceof Number im) {
            real = re;
            imaginary = im;
        } else if (given instanceof Map<?, ?>) {
            throw new BadRequest("a value of type " + type.name() + " is set to { real, imag }, both of them numbers");
        } else {
            throw mismatch(type, given);
        }
        byte[] bytes = Arrays.copyOf(real(type, real.doubleValue(), half), 2 * half);
        System.arraycopy(real(type, imaginary.doubleValue(), half), 0, bytes, half, half);
        return bytes;
    }
}
