package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.Optional;

/** Looks a map's key up: a key that is not there has the zero value, as has any of a nil map. */
final class MapIndex {
    private MapIndex() {}

    static Operand of(Value map, Operand index, Spot at) {
        Type keyType = map.type().key().orElseThrow(() -> at.unavailable("the type of the map's keys is not known"));
        Value key = key(index, keyType, at);
        Optional<Value> found =
                switch (Operands.readable(map, at)) {
                    case Reading.Mapping mapping -> mapping.find(key);
                    case Reading.Nil _ -> Optional.empty();
                    default -> throw at.problem("a value of type " + map.type().name() + " can't be indexed");
                };
        return new Operand.Whole(found.orElseGet(() -> zero(map, at)));
    }

    /** Only a constant without a type takes on the key's, as in an assignment. */
    private static Value key(Operand index, Type keyType, Spot at) {
        if (keyType.kind() == TypeKind.INTERFACE || index instanceof Operand.Nil) {
            Value value = Operands.value(index, at);
            if (!isComparable(value.type(), 0)) {
                throw at.problem("a " + value.type().name() + " can't be the key of a map");
            }
            return value;
        }
        Operand key = Untyped.is(index.type()) ? Conversion.implicit(index, keyType, at) : index;
        Value value = Operands.value(key, at);
        if (!Pair.sameType(value.type(), keyType)) {
            throw at.problem("the map's keys are of type " + keyType.name() + ", not " + Operands.typeName(index));
        }
        return value;
    }

    private static boolean isComparable(Type type, int depth) {
        return switch (type.kind()) {
            case SLICE, MAP, FUNC -> false;
            case STRUCT -> depth > 8 || type.fields().stream().allMatch(field -> isComparable(field.type(), depth + 1));
            case ARRAY ->
                depth > 8
                        || type.element()
                                .filter(element -> !isComparable(element, depth + 1))
                                .isEmpty();
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, POINTER, UNION, CHAN, INTERFACE, ENUM, VOID, UNKNOWN -> true;
        };
    }

    private static Value zero(Value map, Spot at) {
        Type type = map.type().element().orElseThrow(() -> at.unavailable("the type of the map's values is not known"));
        if (map instanceof TypedValue typed) {
            return typed.zero(type);
        }
        throw at.unavailable("the map has no such key");
    }
}
