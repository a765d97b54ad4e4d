package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.Place;
import gjdbg.value.Reading;
import gjdbg.value.Value;

/** What has an address and can be assigned to (The Go Programming Language Specification, "Address operators"). */
final class Addressing {
    private final Evaluator evaluator;

    Addressing(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The place to write to. */
    Value assignable(Node node) {
        require(node);
        return writable(value(node), node.at());
    }

    static Value writable(Value value, Spot at) {
        if (value.place() instanceof Place.Constant) {
            throw at.problem("the compiler keeps this " + value.type().name() + " as a constant, in no place");
        }
        if (value.place() instanceof Place.Nowhere(String why)) {
            throw at.unavailable(why);
        }
        return value;
    }

    /** @throws BadRequest where Go has no address for it, with the reason */
    void require(Node node) {
        switch (node) {
            case Node.Name(String _, Spot at) -> requirePlace(node, at);
            case Node.Dereference _ -> {
                // a pointer leads to a place
            }
            case Node.Selector selector -> {
                if (evaluator.member(selector).isPresent()) {
                    requirePlace(node, selector.at());
                } else {
                    requireBase(selector.of(), selector.at());
                }
            }
            case Node.Index(Node of, var _, Spot at) -> {
                switch (value(of).type().kind()) {
                    case MAP ->
                        throw at.problem("a map's element has no address of its own: the map moves it when it grows;"
                                + " set what it points at, or call a function of the program that assigns it");
                    case STRING -> throw at.problem("a string's bytes can't be changed; set the whole string");
                    case ARRAY -> require(of);
                    case SLICE, POINTER -> {
                        // its elements are in memory of their own
                    }
                    case BOOL, INT, UINT, FLOAT, COMPLEX, STRUCT, UNION, CHAN, FUNC, INTERFACE, ENUM, VOID, UNKNOWN ->
                        value(node);
                }
            }
            case Node.Assertion(Node _, Node _, Spot at) ->
                throw at.problem("the value in an interface has no address of its own");
            case Node.Constant _,
                    Node.Slice _,
                    Node.AddressOf _,
                    Node.Unary _,
                    Node.Binary _,
                    Node.Logic _,
                    Node.Comparison _,
                    Node.Call _,
                    Node.Composite _,
                    Node.OpenArrayType _,
                    Node.ArrayType _,
                    Node.MapType _,
                    Node.PrefixedType _,
                    Node.OtherType _ -> throw noAddress(node.at());
        }
    }

    private void requirePlace(Node node, Spot at) {
        if (!(evaluator.place(node) instanceof Operand.Whole(Value value))
                || value.place() instanceof Place.Nowhere && value instanceof ComputedValue) {
            throw noAddress(at);
        }
    }

    /** A field is in its struct, or where a pointer leads. */
    private void requireBase(Node of, Spot at) {
        TypeKind kind = value(of).type().kind();
        if (kind == TypeKind.INTERFACE) {
            requireInPointer(of, at);
        } else if (kind != TypeKind.POINTER) {
            require(of);
        }
    }

    private void requireInPointer(Node of, Spot at) {
        Value value = value(of);
        if (Operands.readable(value, at) instanceof Reading.Interface(Value dynamic)
                && dynamic.type().kind() != TypeKind.POINTER) {
            throw at.problem("the value in an interface has no address of its own");
        }
    }

    private Value value(Node node) {
        return Operands.value(evaluator.place(node), node.at());
    }

    private static BadRequest noAddress(Spot at) {
        return at.problem("this has no address: it is computed, and in no place of the program");
    }
}
