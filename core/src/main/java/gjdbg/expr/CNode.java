package gjdbg.expr;

/** The parts of a parsed expression of C. */
sealed interface CNode {
    /** Where an error about it points. */
    Spot at();

    /** A type's name with the pointers to it: {@code struct point **}. */
    record TypeName(String base, int pointers) {}

    record Constant(Operand operand, Spot at) implements CNode {}

    record Name(String name, Spot at) implements CNode {}

    /** With {@code .} or {@code ->}. */
    record Member(CNode of, String name, Spot at) implements CNode {}

    record Index(CNode of, CNode index, Spot at) implements CNode {}

    record Cast(TypeName to, CNode of, Spot at) implements CNode {}

    record SizeOfType(TypeName type, Spot at) implements CNode {}

    record SizeOf(CNode of, Spot at) implements CNode {}

    record Dereference(CNode of, Spot at) implements CNode {}

    record AddressOf(CNode of, Spot at) implements CNode {}

    /** One of {@code + - ~ !}. */
    record Unary(String operator, CNode of, Spot at) implements CNode {}

    record Binary(String operator, CNode left, CNode right, Spot at) implements CNode {}

    record Comparison(String operator, CNode left, CNode right, Spot at) implements CNode {}

    record Logic(boolean and, CNode left, CNode right, Spot at) implements CNode {}

    record Conditional(CNode condition, CNode then, CNode otherwise, Spot at) implements CNode {}
}
