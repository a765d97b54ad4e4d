package gjdbg.expr;

import gjdbg.type.Type;

/** Brings the two sides of an operator to one type, as Go does: only a constant without a type gives way. */
final class Pairing {
    private Pairing() {}

    /** @throws gjdbg.error.BadRequest for mismatched types */
    static Operand[] of(String operator, Operand left, Operand right, int column) {
        Type leftType = type(left);
        Type rightType = type(right);
        if (leftType == null && rightType != null) {
            return new Operand[] {Conversion.constant(left, rightType, column), right};
        }
        if (rightType == null && leftType != null) {
            return new Operand[] {left, Conversion.constant(right, leftType, column)};
        }
        if (leftType == null) {
            return constants(operator, left, right, column);
        }
        if (leftType != rightType && !leftType.name().equals(rightType.name())) {
            throw mismatch(operator, left, right, column);
        }
        return new Operand[] {left, right};
    }

    /** Two constants: the richer kind of number wins. */
    private static Operand[] constants(String operator, Operand left, Operand right, int column) {
        int rank = Math.max(rank(left), rank(right));
        if (rank(left) == 0 || rank(right) == 0) {
            if (left.getClass() != right.getClass()) {
                throw mismatch(operator, left, right, column);
            }
            return new Operand[] {left, right};
        }
        return new Operand[] {raised(left, rank), raised(right, rank)};
    }

    private static int rank(Operand operand) {
        return switch (operand) {
            case Operand.UntypedInteger _ -> 1;
            case Operand.UntypedReal _ -> 2;
            case Operand.Complex _ -> 3;
            case Operand.Integer _, Operand.Real _, Operand.Bool _, Operand.Text _, Operand.Nil _, Operand.Whole _ -> 0;
        };
    }

    private static Operand raised(Operand operand, int rank) {
        if (rank == rank(operand)) {
            return operand;
        }
        double value =
                switch (operand) {
                    case Operand.UntypedInteger integer -> integer.value().doubleValue();
                    case Operand.UntypedReal real -> real.value();
                    default -> throw new IllegalStateException("no constant number: " + operand);
                };
        return rank == 2 ? new Operand.UntypedReal(value) : new Operand.Complex(null, value, 0);
    }

    /** Null for a constant without a type. */
    private static Type type(Operand operand) {
        return switch (operand) {
            case Operand.UntypedInteger _, Operand.UntypedReal _, Operand.Nil _ -> null;
            case Operand.Integer integer -> integer.type();
            case Operand.Real real -> real.type();
            case Operand.Complex complex -> complex.type();
            case Operand.Bool bool -> bool.type();
            case Operand.Text text -> text.type();
            case Operand.Whole whole -> whole.value().type();
        };
    }

    static RuntimeException mismatch(String operator, Operand left, Operand right, int column) {
        return Problem.at(
                column,
                "mismatched types " + left.typeName() + " and " + right.typeName() + " on the sides of '" + operator
                        + "'; convert one, as Go wants it too");
    }
}
