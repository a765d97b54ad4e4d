package gjdbg.expr;

import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;

/** The kinds of Go's constants without a type, as types of their own (The Go Programming Language Specification, "Constants"). */
final class Untyped {
    static final BasicType BOOL = new BasicType("untyped bool", TypeKind.BOOL, 1);
    static final BasicType INT = new BasicType("untyped int", TypeKind.INT, 0);
    static final BasicType RUNE = new BasicType("untyped rune", TypeKind.INT, 0);
    static final BasicType FLOAT = new BasicType("untyped float", TypeKind.FLOAT, 0);
    static final BasicType COMPLEX = new BasicType("untyped complex", TypeKind.COMPLEX, 0);
    static final BasicType STRING = new BasicType("untyped string", TypeKind.STRING, 16);

    private Untyped() {}

    static boolean is(Type type) {
        return type == BOOL || type == STRING || rank(type) > 0;
    }

    /** Of numbers: that of higher rank wins; 0 for others. */
    static int rank(Type type) {
        return type == INT ? 1 : type == RUNE ? 2 : type == FLOAT ? 3 : type == COMPLEX ? 4 : 0;
    }

    /** The type that such a constant takes where nothing else gives one. */
    static Type defaultOf(Type type) {
        if (type == BOOL) {
            return BasicType.BOOL;
        }
        if (type == STRING) {
            return BasicType.STRING;
        }
        return switch (rank(type)) {
            case 1 -> BasicType.INT;
            case 2 -> BasicType.INT32;
            case 3 -> BasicType.FLOAT64;
            case 4 -> BasicType.COMPLEX128;
            default -> type;
        };
    }
}
