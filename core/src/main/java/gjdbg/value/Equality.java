package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.type.TypeKind;
import java.util.Objects;

/** Whether two values are equal as Go's == has it (The Go Programming Language Specification, "Comparison operators"). */
public final class Equality {
    private static final int MOST_PARTS = 200_000;
    /** Of structs, arrays and interfaces in one another: damaged memory may have no end of interfaces. */
    private static final int MOST_DEPTH = 200;

    private int parts;
    private int depth;

    private Equality() {}

    /**
     * For two values of one type.
     *
     * @throws BadRequest for values that Go compares with nil only
     * @throws Unavailable for values, or parts of them, that can't be read
     */
    public static boolean of(Value a, Value b) {
        return new Equality().equal(a, b);
    }

    private boolean equal(Value a, Value b) {
        if (++parts > MOST_PARTS || ++depth > MOST_DEPTH) {
            throw new Unavailable("", "values of so many parts are too large to compare");
        }
        boolean equal = a.type().kind() == TypeKind.STRING && b.type().kind() == TypeKind.STRING
                ? StringBytes.equal(a, b)
                : parts(a, b);
        depth--;
        return equal;
    }

    private boolean parts(Value a, Value b) {
        Reading left = readable(a);
        Reading right = readable(b);
        return switch (left) {
            case Reading.Struct struct when right instanceof Reading.Struct other -> members(struct, other);
            case Reading.Sequence array when right instanceof Reading.Sequence other -> elements(a, array, other);
            case Reading.Interface(Value dynamic)
            when right instanceof Reading.Interface(Value other) ->
                dynamic.type().name().equals(other.type().name()) && equal(dynamic, other);
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
            case Reading.Nil _ -> {
                requireComparable(a);
                yield right instanceof Reading.Nil;
            }
            default -> left.equals(right);
        };
    }

    private boolean members(Reading.Struct struct, Reading.Struct other) {
        if (struct.members().size() != other.members().size()) {
            return false;
        }
        for (int i = 0; i < struct.members().size(); i++) {
            Reading.Member member = struct.members().get(i);
            if (!member.name().equals("_")
                    && !equal(member.value(), other.members().get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private boolean elements(Value array, Reading.Sequence one, Reading.Sequence other) {
        if (array.type().kind() != TypeKind.ARRAY) {
            throw onlyWithNil("slices");
        }
        if (one.length() != other.length()) {
            return false;
        }
        for (long i = 0; i < one.length(); i++) {
            if (!equal(one.elements().at(i), other.elements().at(i))) {
                return false;
            }
        }
        return true;
    }

    /** A nil one of a type without equality has none either. */
    private static void requireComparable(Value value) {
        switch (value.type().kind()) {
            case SLICE -> throw onlyWithNil("slices");
            case MAP -> throw onlyWithNil("maps");
            case FUNC -> throw onlyWithNil("funcs");
            case BOOL,
                    INT,
                    UINT,
                    FLOAT,
                    COMPLEX,
                    STRING,
                    POINTER,
                    STRUCT,
                    UNION,
                    ARRAY,
                    CHAN,
                    INTERFACE,
                    ENUM,
                    VOID,
                    UNKNOWN -> {
                // these have it
            }
        }
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
