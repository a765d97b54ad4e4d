package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.InterfaceAssertion;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.Optional;

/** Type assertions (The Go Programming Language Specification, "Type assertions"). */
final class Assertions {
    private final TypeExpressions types;

    Assertions(TypeExpressions types) {
        this.types = types;
    }

    Value holding(Value value, Node type, Spot at) {
        Type wanted = types.required(type);
        if (value.type().kind() != TypeKind.INTERFACE) {
            throw at.problem("a value of type " + value.type().name() + " is no interface");
        }
        if (!(Operands.readable(value, at) instanceof Reading.Interface(Value dynamic))) {
            throw at.unavailable("the interface is nil, and holds no " + wanted.name());
        }
        if (wanted.kind() == TypeKind.INTERFACE) {
            return asserted(value, dynamic, wanted, at)
                    .orElseThrow(() -> at.unavailable(
                            "the interface holds a " + dynamic.type().name() + ", which is no " + wanted.name()));
        }
        if (!Pair.sameType(dynamic.type(), wanted)) {
            throw at.unavailable("the interface holds a " + dynamic.type().name() + ", not a " + wanted.name());
        }
        return dynamic;
    }

    private static Optional<Value> asserted(Value value, Value dynamic, Type wanted, Spot at) {
        try {
            return InterfaceAssertion.of(value, dynamic, wanted);
        } catch (Unavailable e) {
            throw at.unavailable(e.why());
        }
    }
}
