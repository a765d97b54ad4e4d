package gjdbg.expr;

import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.Arrays;

/** Whether two values of one type are equal, part by part; not all types have an answer. */
final class SameValues {
    private static final long MOST_PARTS = 200_000;
    /** Of interfaces in interfaces, which damaged memory may have no end of. */
    private static final int MOST_DEPTH = 200;

    private final ProgramScope scope;
    private final Spot at;
    private long parts;
    private int depth;

    SameValues(ProgramScope scope, Spot at) {
        this.scope = scope;
        this.at = at;
    }

    boolean are(Value a, Value b) {
        if (++parts > MOST_PARTS || depth > MOST_DEPTH) {
            throw at.unavailable("values of so many parts are too large to compare");
        }
        depth++;
        try {
            return same(a, b);
        } finally {
            depth--;
        }
    }

    private boolean same(Value a, Value b) {
        if (a.type().kind() == TypeKind.STRING) {
            return Arrays.equals(Operands.bytes(a, scope, at), Operands.bytes(b, scope, at));
        }
        Reading left = Operands.readable(a, at);
        Reading right = Operands.readable(b, at);
        return switch (left) {
            case Reading.Struct struct when right instanceof Reading.Struct other -> members(struct, other);
            case Reading.Sequence array
            when right instanceof Reading.Sequence other -> {
                requireComparable(a, TypeKind.SLICE, "slices");
                yield elements(array, other);
            }
            case Reading.Interface(Value dynamic)
            when right instanceof Reading.Interface(Value other) ->
                Pair.sameType(dynamic.type(), other.type()) && are(dynamic, other);
            case Reading.Pointer pointer
            when right instanceof Reading.Pointer other -> pointer.address().equals(other.address());
            case Reading.Reference reference
            when right instanceof Reading.Reference other -> {
                requireComparable(a, TypeKind.MAP, "maps");
                yield reference.address().equals(other.address());
            }
            case Reading.Real(double one) when right instanceof Reading.Real(double other) -> one == other;
            case Reading.Complex one
            when right instanceof Reading.Complex other ->
                one.real() == other.real() && one.imaginary() == other.imaginary();
            case Reading.Bool _, Reading.Int _, Reading.Text _ -> left.equals(right);
            case Reading.Func _ -> throw notComparable("funcs");
            case Reading.Nil _ -> {
                requireComparable(a, TypeKind.SLICE, "slices");
                requireComparable(a, TypeKind.MAP, "maps");
                requireComparable(a, TypeKind.FUNC, "funcs");
                yield right instanceof Reading.Nil;
            }
            case Reading.Struct _,
                    Reading.Sequence _,
                    Reading.Interface _,
                    Reading.Pointer _,
                    Reading.Reference _,
                    Reading.Real _,
                    Reading.Complex _,
                    Reading.Unreadable _ -> false;
        };
    }

    private boolean members(Reading.Struct struct, Reading.Struct other) {
        for (int i = 0; i < Math.min(struct.members().size(), other.members().size()); i++) {
            Reading.Member member = struct.members().get(i);
            if (!member.name().equals("_")
                    && !are(member.value(), other.members().get(i).value())) {
                return false;
            }
        }
        return struct.members().size() == other.members().size();
    }

    private boolean elements(Reading.Sequence array, Reading.Sequence other) {
        for (long i = 0; i < Math.min(array.length(), other.length()); i++) {
            if (!are(array.elements().at(i), other.elements().at(i))) {
                return false;
            }
        }
        return array.length() == other.length();
    }

    private void requireComparable(Value value, TypeKind kind, String plural) {
        if (value.type().kind() == kind) {
            throw notComparable(plural);
        }
    }

    private RuntimeException notComparable(String plural) {
        return at.problem(plural + " can be compared with nil only");
    }
}
