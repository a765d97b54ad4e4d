package gjdbg.expr;

import gjdbg.type.BasicType;

/** The parts of a parsed expression; columns are from 1. */
sealed interface Node {
    int column();

    record Constant(Operand operand, int column) implements Node {}

    record Name(String name, int column) implements Node {}

    record Selector(Node of, String name, int column) implements Node {}

    record Index(Node of, Node index, int column) implements Node {}

    /** @param low null where it is left out; @param high likewise */
    record Slice(Node of, Node low, Node high, int column) implements Node {}

    /** @param type its name as written, without blanks */
    record Assertion(Node of, String type, int column) implements Node {}

    record Dereference(Node of, int column) implements Node {}

    record AddressOf(Node of, int column) implements Node {}

    record Unary(String operator, Node of, int column) implements Node {}

    record Binary(String operator, Node left, Node right, int column) implements Node {}

    /** Both sides are booleans, and the right one is not evaluated when the left one settles it. */
    record Logic(boolean and, Node left, Node right, int column) implements Node {}

    record Comparison(String operator, Node left, Node right, int column) implements Node {}

    record Conversion(BasicType to, Node of, int column) implements Node {}

    record Length(boolean capacity, Node of, int column) implements Node {}
}
