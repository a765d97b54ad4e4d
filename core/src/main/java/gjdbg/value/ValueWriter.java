package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import gjdbg.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes new values over old ones, with their types and ranges checked first. */
final class ValueWriter {
    private ValueWriter() {}

    static void set(TypedValue target, Object newValue) {
        if (newValue instanceof Value value) {
            copy(target, value);
            return;
        }
        switch (target.type().kind()) {
            case BOOL -> target.write(0, word(bool(target, newValue) ? 1 : 0, size(target)));
            case INT, ENUM -> target.write(0, word(integer(target, newValue, true), size(target)));
            case UINT -> target.write(0, word(integer(target, newValue, false), size(target)));
            case FLOAT -> target.write(0, real(target, newValue));
            case POINTER -> target.write(0, word(address(target, newValue), 8));
            case MAP, CHAN, FUNC -> target.write(0, word(nil(target, newValue), 8));
            case SLICE, INTERFACE ->
                target.write(0, new byte[(int) (target.type().size() + nil(target, newValue))]);
            case STRING -> text(target, newValue);
            case COMPLEX, STRUCT, UNION, ARRAY ->
                throw new BadRequest(
                        "a " + target.type().name() + " can only be set to another value of its type; set its parts");
            case VOID, UNKNOWN -> throw mismatch(target, newValue);
        }
    }

    private static void copy(TypedValue target, Value value) {
        Type to = target.type();
        Type from = value.type();
        if (!to.name().equals(from.name()) || to.size() != from.size() || to.kind() != from.kind()) {
            throw new BadRequest("a " + from.name() + " can't be put where a " + to.name() + " is");
        }
        target.write(0, value.bytes());
    }

    private static boolean bool(TypedValue target, Object newValue) {
        if (newValue instanceof Boolean bool) {
            return bool;
        }
        throw mismatch(target, newValue);
    }

    private static long integer(TypedValue target, Object newValue, boolean signed) {
        BigInteger number = whole(target, newValue);
        int bits = 8 * size(target);
        BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
        if (number.compareTo(low) < 0 || number.compareTo(high) >= 0) {
            throw new BadRequest(number + " does not fit into " + target.type().name() + ", which holds " + low + " to "
                    + high.subtract(BigInteger.ONE));
        }
        return number.longValue();
    }

    private static BigInteger whole(TypedValue target, Object newValue) {
        return switch (newValue) {
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            case Double number
            when number == Math.rint(number) && !Double.isInfinite(number) -> new BigDecimal(number).toBigInteger();
            default -> throw mismatch(target, newValue);
        };
    }

    private static byte[] real(TypedValue target, Object newValue) {
        if (!(newValue instanceof Number number)) {
            throw mismatch(target, newValue);
        }
        double value = number.doubleValue();
        return switch ((int) target.type().size()) {
            case 4 -> word(Float.floatToRawIntBits((float) value), 4);
            case 8 -> word(Double.doubleToRawLongBits(value), 8);
            default -> throw mismatch(target, newValue);
        };
    }

    private static long address(TypedValue target, Object newValue) {
        return switch (newValue) {
            case Address address -> address.value();
            case Reading.Nil _ -> 0;
            case Long number -> number;
            case Integer number -> Integer.toUnsignedLong(number);
            case BigInteger big when big.signum() >= 0 && big.bitLength() <= 64 -> big.longValue();
            default -> throw mismatch(target, newValue);
        };
    }

    private static long nil(TypedValue target, Object newValue) {
        if (newValue instanceof Reading.Nil) {
            return 0;
        }
        throw mismatch(target, newValue);
    }

    /** There is no memory to be had in the target, so the new text must fit where the old one is. */
    private static void text(TypedValue target, Object newValue) {
        if (!(newValue instanceof String string)) {
            throw mismatch(target, newValue);
        }
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        long length = target.word(StringReader.LENGTH_OFFSET, 8);
        if (bytes.length > length) {
            throw new BadRequest("a string of " + bytes.length + " bytes does not fit over one of " + length
                    + ": the target has no room set aside for a longer one");
        }
        if (bytes.length > 0) {
            target.context().memory().write(StringReader.address(target, length), bytes);
        }
        target.write(StringReader.LENGTH_OFFSET, word(bytes.length, 8));
    }

    private static byte[] word(long value, int size) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(bytes, size);
    }

    private static int size(TypedValue target) {
        long size = target.type().size();
        if (size < 1 || size > 8) {
            throw new BadRequest("a " + target.type().name() + " of " + size + " bytes can't be set");
        }
        return (int) size;
    }

    private static BadRequest mismatch(TypedValue target, Object newValue) {
        String given =
                switch (newValue) {
                    case String text -> "the string \"" + text + "\"";
                    case Reading.Nil _ -> "nil";
                    default -> newValue.toString();
                };
        return new BadRequest("a " + target.type().name() + " can't be set to " + given);
    }
}
