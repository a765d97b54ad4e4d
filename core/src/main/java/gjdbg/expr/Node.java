package gjdbg.expr;

import java.util.List;
import java.util.Optional;

/** The parts of a parsed expression of Go. Types are expressions too until it is known what a name means. */
sealed interface Node {
    /** Where an error about it points. */
    Spot at();

    record Constant(Operand operand, Spot at) implements Node {}

    record Name(String name, Spot at) implements Node {}

    record Selector(Node of, String name, Spot at) implements Node {}

    /** An element, or a generic type with its arguments. */
    record Index(Node of, List<Node> indexes, Spot at) implements Node {}

    record Slice(Node of, Optional<Node> low, Optional<Node> high, Optional<Node> max, Spot at) implements Node {}

    record Assertion(Node of, Node type, Spot at) implements Node {}

    record Dereference(Node of, Spot at) implements Node {}

    record AddressOf(Node of, Spot at) implements Node {}

    record Unary(String operator, Node of, Spot at) implements Node {}

    record Binary(String operator, Node left, Node right, Spot at) implements Node {}

    /** Both sides are booleans, and the right one is not evaluated when the left one settles it. */
    record Logic(boolean and, Node left, Node right, Spot at) implements Node {}

    record Comparison(String operator, Node left, Node right, Spot at) implements Node {}

    /** A conversion or a call of a built-in function. */
    record Call(Node function, List<Node> arguments, Spot at) implements Node {}

    /** @param type empty within another literal that tells it */
    record Composite(Optional<Node> type, List<Element> elements, Spot at) implements Node {}

    /** @param key a field's name, or an index */
    record Element(Optional<Node> key, Node value) {}

    /** The type of an array whose literal tells how long it is: {@code [...]int}. */
    record OpenArrayType(Node element, Spot at) implements Node {}

    /** @param length empty for a slice */
    record ArrayType(Optional<Node> length, Node element, Spot at) implements Node {}

    record MapType(Node key, Node element, Spot at) implements Node {}

    /** A channel's type, or that of a function with one result: its name is that of another type behind a prefix. */
    record PrefixedType(String prefix, Node element, Spot at) implements Node {}

    /** A function, struct or interface type: its name as Go's compiler records it. */
    record OtherType(String name, Spot at) implements Node {}
}
