package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.type.TypeKind;
import java.util.Objects;

/** Whether two values are equal as Go's == has it (The Go Programming Language Specification, "Comparison operators"). */
public final class Equality {
    private static final long MAX_ELEMENTS = 100_000;

    private Equality() {}

    /**
     * For two values of one type.
     *
     * @throws BadRequest for values that Go compares with nil only
     * @throws Unavailable for values, or parts of them, that can't be read
     */
    public static boolean of(Value a, Value b) {
        Reading left = readable(a);
        Reading right = readable(b);
        return switch (left) {
            case Reading.Struct struct when right instanceof Reading.Struct other -> members(struct, other);
            case Reading.Sequence array when right instanceof Reading.Sequence other -> elements(a, array, other);
            case Reading.Interface(Value dynamic)
            when right instanceof Reading.Interface(Value other) ->
                dynamic.type().name().equals(other.type().name()) && of(dynamic, other);
            case Reading.Func _ -> throw onlyWithNil("funcs");
            case Reading.Mapping _ -> throw onlyWithNil("maps");
            case Reading.Pointer pointer
            when right instanceof Reading.Pointer other -> pointer.address().equals(other.address());
            case Reading.Channel channel
            when right instanceof Reading.Channel other -> channel.address().equals(other.address());
            case Reading.Real(double one) when right instanceof Reading.Real(double other) -> one == other;
            case Reading.Complex one
            when right instanceof Reading.Complex other ->
                one.real() == other.real() && one.imaginary() == other.imaginary();
            default -> left.equals(right);
        };
    }

    private static boolean members(Reading.Struct struct, Reading.Struct other) {
        if (struct.members().size() != other.members().size()) {
            return false;
        }
        for (int i = 0; i < struct.members().size(); i++) {
            Reading.Member member = struct.members().get(i);
            if (!member.name().equals("_")
                    && !of(member.value(), other.members().get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean elements(Value array, Reading.Sequence one, Reading.Sequence other) {
        if (array.type().kind() != TypeKind.ARRAY) {
            throw onlyWithNil("slices");
        }
        if (one.length() > MAX_ELEMENTS) {
            throw new Unavailable("", "arrays of " + one.length() + " elements are too long to compare");
        }
        if (one.length() != other.length()) {
            return false;
        }
        for (long i = 0; i < one.length(); i++) {
            if (!of(one.elements().at(i), other.elements().at(i))) {
                return false;
            }
        }
        return true;
    }

    private static BadRequest onlyWithNil(String kind) {
        return new BadRequest(kind + " can be compared with nil only");
    }

    /** @throws Unavailable for a value that can't be read */
    static Reading readable(Value value) {
        Reading reading = Objects.requireNonNull(value).read();
        if (reading instanceof Reading.Unreadable(String why)) {
            throw new Unavailable("", why);
        }
        return reading;
    }
}
