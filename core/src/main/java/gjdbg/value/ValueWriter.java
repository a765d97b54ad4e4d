package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.type.BitField;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Writes new values over old ones, with their types and ranges checked first. */
final class ValueWriter {
    private ValueWriter() {}

    static void set(TypedValue target, Object newValue) {
        switch (newValue) {
            case ComputedValue made
            when CompositeBytes.has(made) -> {
                requireSame(target.type(), made.type());
                target.write(0, CompositeBytes.of(target, made));
            }
            case ComputedValue computed -> setTo(target, plain(target, computed));
            case ComputedText text -> setTo(target, text.content());
            case Value value -> copy(target, value);
            default -> setTo(target, newValue);
        }
    }

    private static void setTo(TypedValue target, Object newValue) {
        switch (target.type().kind()) {
            case BOOL -> put(target, bool(target, newValue) ? 1 : 0);
            case INT, UINT, ENUM ->
                put(target, integer(target, newValue, target.type().isSigned()));
            case STRING -> text(target, newValue);
            case FLOAT, COMPLEX, POINTER, MAP, CHAN, FUNC, SLICE, INTERFACE, STRUCT, UNION, ARRAY, VOID, UNKNOWN ->
                target.write(0, encoded(target, newValue));
        }
    }

    /**
     * The bytes of a new value.
     *
     * @throws BadRequest where it needs memory of the program, or is of another type
     */
    static byte[] encoded(TypedValue target, Object newValue) {
        return switch (target.type().kind()) {
            case BOOL -> word(bool(target, newValue) ? 1 : 0, size(target));
            case INT, UINT, ENUM -> word(integer(target, newValue, target.type().isSigned()), size(target));
            case FLOAT -> real(target, newValue);
            case COMPLEX -> complex(target, newValue);
            case POINTER -> word(address(target, newValue), 8);
            case MAP, CHAN, FUNC -> word(nil(target, newValue), 8);
            case SLICE -> new byte[(int) (target.type().size() + nil(target, newValue))];
            case INTERFACE -> noInterface(target, newValue);
            case STRING -> noText(target, newValue);
            case STRUCT, UNION, ARRAY ->
                throw new BadRequest("a value of type " + target.type().name()
                        + " can only be set to another one of its type; set its parts");
            case VOID, UNKNOWN -> throw mismatch(target, newValue);
        };
    }

    /** A bit-field shares its bytes with others. */
    private static void put(TypedValue target, long value) {
        int size = size(target);
        long bytes = target.type() instanceof BitField field ? field.insert(target.word(0, size), value) : value;
        target.write(0, word(bytes, size));
    }

    /** What an expression made of the program's values has no bytes there. */
    static Object plain(TypedValue target, ComputedValue computed) {
        return switch (computed.read()) {
            case Reading.Bool bool -> bool.value();
            case Reading.Int number ->
                number.unsigned()
                        ? new BigInteger(Long.toUnsignedString(number.value()))
                        : BigInteger.valueOf(number.value());
            case Reading.Real real -> real.value();
            case Reading.Complex complex -> complex;
            case Reading.Text text -> text.text();
            case Reading.Nil nil -> nil;
            case Reading.Pointer pointer -> pointer.address();
            case Reading.Struct _,
                    Reading.Sequence _,
                    Reading.Interface _,
                    Reading.Func _,
                    Reading.Mapping _,
                    Reading.Channel _,
                    Reading.Unreadable _ ->
                throw new BadRequest("a value of type " + target.type().name()
                        + " can't be set to what an expression made: " + computed);
        };
    }

    private static void copy(TypedValue target, Value value) {
        Type to = target.type();
        Type from = value.type();
        Optional<Address> address = value.place().inMemory();
        boolean pointee = to.kind() == TypeKind.POINTER
                && to.element().filter(type -> type.name().equals(from.name())).isPresent();
        if (pointee && address.isPresent()) {
            target.write(0, word(address.get().value(), 8));
            return;
        }
        requireSame(to, from);
        target.write(0, value.bytes());
    }

    private static void requireSame(Type to, Type from) {
        if (!to.name().equals(from.name()) || to.size() != from.size() || to.kind() != from.kind()) {
            throw new BadRequest(
                    "a value of type " + from.name() + " can't be put where one of type " + to.name() + " is");
        }
    }

    private static boolean bool(TypedValue target, Object newValue) {
        if (newValue instanceof Boolean bool) {
            return bool;
        }
        throw mismatch(target, newValue);
    }

    private static long integer(TypedValue target, Object newValue, boolean signed) {
        BigInteger number = whole(target, newValue);
        int bits = target.type() instanceof BitField field ? field.bits() : 8 * size(target);
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
        return real(target, number.doubleValue(), (int) target.type().size());
    }

    private static byte[] real(TypedValue target, double value, int size) {
        if (size == 4 && Float.isInfinite((float) value) && !Double.isInfinite(value)) {
            throw new BadRequest(
                    value + " does not fit into " + target.type().name() + ", which holds up to " + Float.MAX_VALUE);
        }
        return switch (size) {
            case 4 -> word(Float.floatToRawIntBits((float) value), 4);
            case 8 -> word(Double.doubleToRawLongBits(value), 8);
            default -> throw mismatch(target, value);
        };
    }

    private static byte[] complex(TypedValue target, Object newValue) {
        int half = (int) target.type().size() / 2;
        if (newValue instanceof Reading.Complex(double real, double imaginary) && (half == 4 || half == 8)) {
            byte[] bytes = Arrays.copyOf(real(target, real, half), 2 * half);
            System.arraycopy(real(target, imaginary, half), 0, bytes, half, half);
            return bytes;
        }
        throw mismatch(target, newValue);
    }

    private static byte[] noInterface(TypedValue target, Object newValue) {
        if (newValue instanceof Reading.Nil) {
            return new byte[(int) target.type().size()];
        }
        throw new BadRequest("a value of type " + target.type().name()
                + " can only be set to nil or to another one of its type: the target has no room set aside for what it"
                + " would hold");
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
        byte[] bytes = utf8(target, newValue);
        long length = StringReader.length(target);
        if (bytes.length > length) {
            throw new BadRequest("a string of " + bytes.length + " bytes does not fit over one of " + length
                    + ": the target has no room set aside for a longer one");
        }
        if (bytes.length > 0) {
            Address at = StringReader.address(target, length);
            if (isConstant(target, at)) {
                throw new BadRequest(
                        "the string's bytes are in read-only memory, where other strings may share them; set"
                                + " it to another string of the program");
            }
            target.context().memory().write(at, bytes);
        }
        target.write(StringReader.LENGTH_OFFSET, word(bytes.length, 8));
    }

    private static byte[] utf8(TypedValue target, Object newValue) {
        return switch (newValue) {
            case String string -> string.getBytes(StandardCharsets.UTF_8);
            case byte[] bytes -> bytes;
            default -> throw mismatch(target, newValue);
        };
    }

    /** Within a new struct or array there is no old string to write over. */
    private static byte[] noText(TypedValue target, Object newValue) {
        if (utf8(target, newValue).length > 0) {
            throw new BadRequest("the new string in it needs memory of the program, and none is set aside there: use a"
                    + " string of the program, or \"\"");
        }
        return new byte[(int) target.type().size()];
    }

    /** A debugger could write to memory that the program can't. */
    private static boolean isConstant(TypedValue target, Address address) {
        Optional<LoadedModule> module = target.context().program().moduleAt(address);
        if (module.isEmpty()) {
            return false;
        }
        long inFile = module.get().toFile(address).value();
        return module.get().file().loaded().stream()
                .anyMatch(segment -> !segment.writable()
                        && inFile >= segment.address()
                        && inFile < segment.address() + segment.memorySize());
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
                    case byte[] text -> "the string \"" + new String(text, StandardCharsets.UTF_8) + "\"";
                    case Reading.Nil _ -> "nil";
                    case Reading.Complex complex -> "(" + complex.real() + ", " + complex.imaginary() + ")";
                    default -> newValue.toString();
                };
        return new BadRequest("a value of type " + target.type().name() + " can't be set to " + given);
    }
}
