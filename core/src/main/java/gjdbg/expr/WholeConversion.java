package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Conversions of pointers, slices, structs and the other values that are used whole. */
final class WholeConversion {
    private final ProgramScope scope;

    WholeConversion(ProgramScope scope) {
        this.scope = scope;
    }

    static byte[] word(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    Operand to(Operand.Whole whole, Type to, Spot at) {
        Value value = whole.value();
        TypeKind from = value.type().kind();
        if (from == TypeKind.POINTER && to.kind() == TypeKind.POINTER) {
            // Any pointer becomes any other: in a debugger one knows better than the types do.
            return new Operand.Whole(scope.made(to, word(address(value, at))));
        }
        if (from == TypeKind.POINTER && to.kind() == TypeKind.UINT && to.size() == 8) {
            return new Operand.Integer(to, address(value, at));
        }
        if (from == TypeKind.SLICE && to.kind() == TypeKind.STRING) {
            return new TextConversion(scope).toText(value, to, at);
        }
        if (from == TypeKind.SLICE && value instanceof TypedValue) {
            if (to.kind() == TypeKind.ARRAY) {
                return new Operand.Whole(scope.at(to, array(value, to, at).address()));
            }
            if (to.kind() == TypeKind.POINTER
                    && to.element()
                            .filter(type -> type.kind() == TypeKind.ARRAY)
                            .isPresent()) {
                Header header = array(value, to.element().get(), at);
                return new Operand.Whole(scope.made(to, word(header.address().value())));
            }
        }
        if (value instanceof TypedValue typed && alike(value.type(), to, 0)) {
            return new Operand.Whole(typed.as(to));
        }
        if (value instanceof ComputedValue computed && alike(value.type(), to, 0)) {
            return new Operand.Whole(new ComputedValue(to, computed.read()));
        }
        throw Conversion.impossible(whole, to, at);
    }

    private static Header array(Value slice, Type array, Spot at) {
        Header header = Header.of(slice, at);
        long length = array.length().orElse(0);
        if (!alike(slice.type().element().orElse(array), array.element().orElse(array), 0)) {
            throw Conversion.impossible(new Operand.Whole(slice), array, at);
        }
        if (header.length() < length) {
            throw at.problem("a slice of " + header.length() + " elements is too short for a " + array.name());
        }
        return header;
    }

    static long address(Value pointer, Spot at) {
        return Operands.readable(pointer, at) instanceof Reading.Pointer to
                ? to.address().value()
                : 0;
    }

    /** Whether the types have the same structure, by what names do not tell. */
    private static boolean alike(Type a, Type b, int depth) {
        if (Pair.sameType(a, b)) {
            return true;
        }
        if (a.kind() != b.kind() || a.size() != b.size() || depth > 8) {
            return false;
        }
        return switch (a.kind()) {
            case STRUCT, UNION -> {
                List<Type.Field> one = a.fields();
                List<Type.Field> other = b.fields();
                boolean same = one.size() == other.size();
                for (int i = 0; same && i < one.size(); i++) {
                    same = one.get(i).name().equals(other.get(i).name())
                            && one.get(i).offset() == other.get(i).offset()
                            && alike(one.get(i).type(), other.get(i).type(), depth + 1);
                }
                yield same;
            }
            case ARRAY, SLICE, CHAN ->
                a.length().equals(b.length())
                        && alike(a.element().orElse(a), b.element().orElse(b), depth + 1);
            case MAP ->
                alike(a.key().orElse(a), b.key().orElse(b), depth + 1)
                        && alike(a.element().orElse(a), b.element().orElse(b), depth + 1);
            // Named and unnamed functions can't be told apart further: the debug information has only their names.
            case FUNC -> true;
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, POINTER, INTERFACE, ENUM, VOID, UNKNOWN -> false;
        };
    }
}
