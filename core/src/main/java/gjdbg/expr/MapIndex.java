package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.Optional;

/** Looks a map's key up: a key that is not there has the zero value, as has any of a nil map. */
final class MapIndex {
    private MapIndex() {}

    static Operand of(Value map, Operand index, int column) {
        Type keyType =
                map.type().key().orElseThrow(() -> new Unavailable("", "the type of the map's keys is not known"));
        Value key = key(index, keyType, column);
        Optional<Value> found =
                switch (Operands.readable(map)) {
                    case Reading.Mapping mapping -> mapping.find(key);
                    case Reading.Nil _ -> Optional.empty();
                    default ->
                        throw Problem.at(column, "a value of type " + map.type().name() + " can't be indexed");
                };
        return new Operand.Whole(found.orElseGet(() -> zero(map)));
    }

    /** Only a constant without a type takes on the key's, as in an assignment. */
    private static Value key(Operand index, Type keyType, int column) {
        if (keyType.kind() == TypeKind.INTERFACE || index instanceof Operand.Nil) {
            return index.toValue();
        }
        Operand key =
                switch (index) {
                    case Operand.UntypedInteger _, Operand.UntypedReal _ -> Conversion.constant(index, keyType, column);
                    case Operand.Complex(Type type, double _, double _)
                    when type == null -> Conversion.constant(index, keyType, column);
                    case Operand.Text(Type type, String _)
                    when type == null -> Conversion.constant(index, keyType, column);
                    case Operand.Bool(Type type, boolean value)
                    when type == BasicType.BOOL && keyType.kind() == TypeKind.BOOL -> new Operand.Bool(keyType, value);
                    default -> index;
                };
        Value value = key.toValue();
        if (!value.type().name().equals(keyType.name())) {
            throw Problem.at(column, "the map's keys are of type " + keyType.name() + ", not " + index.typeName());
        }
        return value;
    }

    private static Value zero(Value map) {
        Type type = map.type()
                .element()
                .orElseThrow(() -> new Unavailable("", "the type of the map's values is not known"));
        if (map instanceof TypedValue typed) {
            return typed.zero(type);
        }
        throw new Unavailable("", "the map has no such key");
    }
}
