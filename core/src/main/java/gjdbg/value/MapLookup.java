package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds an entry by its key, by a walk over the entries: the program's hash functions are its own. */
final class MapLookup {
    private MapLookup() {}

    static Optional<Value> find(Reading.Mapping map, Object key) {
        Objects.requireNonNull(key);
        for (Reading.Entry entry : map.entries()) {
            if (is(entry.key(), key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    private static boolean is(Value key, Object wanted) {
        return wanted instanceof Value value ? equal(key, value) : matches(key, wanted);
    }

    /** A key of an interface type is compared with what the other interface holds, or with a plain value. */
    private static boolean equal(Value key, Value wanted) {
        if (Equality.readable(wanted) instanceof Reading.Nil) {
            return Equality.readable(key) instanceof Reading.Nil;
        }
        Value one = dynamic(key);
        Value other = dynamic(wanted);
        if (Equality.readable(one) instanceof Reading.Pointer(Address address, Optional<Value> target)
                && target.isPresent()
                && target.get().type().name().equals(other.type().name())) {
            // what a script has of a pointer is what it points at
            return other.place().inMemory().filter(address::equals).isPresent();
        }
        try {
            return one.type().name().equals(other.type().name()) && Equality.of(one, other);
        } catch (BadRequest e) {
            // a type that is no key type is under no key
            return false;
        }
    }

    private static Value dynamic(Value value) {
        return Equality.readable(value) instanceof Reading.Interface(Value held) ? held : value;
    }

    /** A number finds a key of any type of numbers that holds just it; the address finds a pointer. */
    private static boolean matches(Value key, Object wanted) {
        return switch (key.read()) {
            case Reading.Bool(boolean value) -> wanted.equals(value);
            case Reading.Text text -> wanted instanceof String string && text(key, text, string);
            case Reading.Int(long value, boolean unsigned) -> exact(wanted, integer(value, unsigned));
            case Reading.Real(double value) -> real(wanted, value);
            case Reading.Pointer pointer ->
                exact(wanted, integer(pointer.address().value(), true));
            case Reading.Channel channel ->
                exact(wanted, integer(channel.address().value(), true));
            case Reading.Interface(Value dynamic) -> matches(dynamic, wanted);
            case Reading.Struct struct -> wanted instanceof Map<?, ?> members && struct(struct, members);
            case Reading.Sequence array -> wanted instanceof List<?> list && array(array, list);
            case Reading.Complex complex -> wanted instanceof Map<?, ?> parts && complex(complex, parts);
            case Reading.Nil _ -> wanted instanceof Reading.Nil;
            case Reading.Func _, Reading.Mapping _, Reading.Unreadable _ -> false;
        };
    }

    /** All fields have to be given, but blank ones, which Go does not compare either. */
    private static boolean struct(Reading.Struct struct, Map<?, ?> wanted) {
        int compared = 0;
        for (Reading.Member member : struct.members()) {
            if (!member.name().equals("_")) {
                Object part = wanted.get(member.name());
                if (part == null || !is(member.value(), part)) {
                    return false;
                }
                compared++;
            }
        }
        return compared == wanted.size();
    }

    private static boolean array(Reading.Sequence array, List<?> wanted) {
        if (array.length() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!is(array.elements().at(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean complex(Reading.Complex complex, Map<?, ?> wanted) {
        return wanted.size() == 2
                && wanted.get("real") instanceof Number real
                && wanted.get("imag") instanceof Number imaginary
                && complex.real() == real.doubleValue()
                && complex.imaginary() == imaginary.doubleValue();
    }

    /** A long one is only read where its length may be that of the other: each unit of UTF-16 is one to three bytes. */
    private static boolean text(Value key, Reading.Text text, String wanted) {
        return wanted.length() <= text.length()
                && text.length() <= 3L * wanted.length()
                && wanted.equals(StringBytes.text(key, text));
    }

    private static BigInteger integer(long value, boolean unsigned) {
        BigInteger signed = BigInteger.valueOf(value);
        return unsigned && value < 0 ? signed.add(BigInteger.ONE.shiftLeft(64)) : signed;
    }

    private static boolean exact(Object wanted, BigInteger value) {
        return switch (wanted) {
            case Long number -> value.equals(BigInteger.valueOf(number));
            case Integer number -> value.equals(BigInteger.valueOf(number));
            case BigInteger number -> value.equals(number);
            case Double number ->
                Double.isFinite(number) && new BigDecimal(number).compareTo(new BigDecimal(value)) == 0;
            default -> false;
        };
    }

    private static boolean real(Object wanted, double value) {
        return switch (wanted) {
            case Long number -> number.doubleValue() == value && number.doubleValue() != 0x1p63;
            case Integer number -> number.doubleValue() == value;
            case BigInteger number ->
                Double.isFinite(value) && new BigDecimal(value).compareTo(new BigDecimal(number)) == 0;
            case Double number -> number == value;
            default -> false;
        };
    }
}
