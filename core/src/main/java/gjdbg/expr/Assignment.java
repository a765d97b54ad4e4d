package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ProgramScope;

/** A value where one of a certain type is wanted (The Go Programming Language Specification, "Assignability"). */
final class Assignment {
    private final ProgramScope scope;

    Assignment(ProgramScope scope) {
        this.scope = scope;
    }

    /** @throws gjdbg.error.BadRequest where Go wants a conversion */
    Operand to(Type wanted, Operand operand, Spot at) {
        boolean becomes = wanted.kind() == TypeKind.INTERFACE
                || operand instanceof Operand.Nil && Conversion.hasNil(wanted)
                || operand instanceof Operand.Whole && isIdentical(operand.type(), wanted);
        if (becomes) {
            return new Conversion(scope).explicit(operand, wanted, at);
        }
        if (!Untyped.is(operand.type()) && !Pair.sameType(operand.type(), wanted)) {
            throw at.problem("a value of type " + Operands.typeName(operand) + " can't stand where one of type "
                    + wanted.name() + " is wanted; convert it, as Go wants it too");
        }
        return Conversion.implicit(operand, wanted, at);
    }

    /** Of one structure, where one of the types has no name of its own. */
    private static boolean isIdentical(Type type, Type wanted) {
        if (Pair.sameType(type, wanted) || type.kind() != wanted.kind()) {
            return false;
        }
        return switch (type.kind()) {
            case ARRAY, SLICE, STRUCT, MAP, FUNC -> isNamed(type) != isNamed(wanted);
            case CHAN -> !isNamed(type) || !isNamed(wanted);
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, POINTER, UNION, INTERFACE, ENUM, VOID, UNKNOWN -> false;
        };
    }

    static boolean isNamed(Type type) {
        String name = type.name();
        return !name.startsWith("*")
                && !name.startsWith("[")
                && !name.startsWith("map[")
                && !name.startsWith("struct {")
                && !name.startsWith("func(")
                && !name.startsWith("chan ")
                && !name.startsWith("chan<- ")
                && !name.startsWith("<-chan ");
    }
}
