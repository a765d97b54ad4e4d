package gjdbg.value;

import gjdbg.error.BadRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/** Finds an entry by its key, by a walk over the entries: the program's hash functions are its own. */
final class MapLookup {
    private MapLookup() {}

    static Optional<Value> find(Reading.Mapping map, Object key) {
        Objects.requireNonNull(key);
        for (Reading.Entry entry : map.entries()) {
            if (key instanceof Value value
                    ? equal(entry.key(), value)
                    : matches(entry.key(), key)) {
                return Optional.of(entry.value());
            }
        }
        return Optional.empty();
    }

    /** A key of an interface type is compared with what the other interface holds, or with a plain value. */
    private static boolean equal(Value key, Value wanted) {
        if (Equality.readable(wanted) instanceof Reading.Nil) {
            return Equality.readable(key) instanceof Reading.Nil;
        }
        Value one = dynamic(key);
        Value other = dynamic(wanted);
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
            case Reading.Complex _,
                    Reading.Nil _,
                    Reading.Struct _,
                    Reading.Sequence _,
                    Reading.Func _,
                    Reading.Mapping _,
                    Reading.Unreadable _ -> false;
        };
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
