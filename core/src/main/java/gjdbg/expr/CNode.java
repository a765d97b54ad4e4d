package gjdbg.expr;

import java.util.List;

/** The parts of a parsed expression of C. */
sealed interface CNode {
    /** Where an error about it points. */
    Spot at();

    /** A type's name, and what is made of it, in the order in which it is: of {@code int (*)[3]} an array, then a pointer. */
    record TypeName(String base, List<Derivation> derivations) {}

    /** What a declarator makes of a type (C11, section 6.7.6). */
    sealed interface Derivation {}

    record Pointer() implements Derivation {}

    /** @param at where an error about its size points */
    record Array(long count, Spot at) implements Derivation {}

    record Function(List<TypeName> parameters) implements Derivation {}

    record Constant(Operand operand, Spot at) implements CNode {}

    /** @param bytes with the null character that ends it */
    record Text(byte[] bytes, Spot at) implements CNode {}

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
