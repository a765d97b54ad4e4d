package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.Type;

/** The two sides of an operator, brought to one type as Go does: only a constant without a type gives way. */
record Pair(Operand left, Operand right) {
    /** @throws gjdbg.error.BadRequest for mismatched types */
    static Pair of(String operator, Operand left, Operand right, Spot at) {
        boolean leftGives = Untyped.is(left.type());
        boolean rightGives = Untyped.is(right.type());
        if (leftGives && rightGives) {
            return constants(operator, left, right, at);
        }
        if (left instanceof Operand.Nil || right instanceof Operand.Nil) {
            throw mismatch(operator, left, right, at);
        }
        if (leftGives) {
            return new Pair(Conversion.implicit(left, right.type(), at), right);
        }
        if (rightGives) {
            return new Pair(left, Conversion.implicit(right, left.type(), at));
        }
        if (!sameType(left.type(), right.type())) {
            throw mismatch(operator, left, right, at);
        }
        return new Pair(left, right);
    }

    static boolean sameType(Type a, Type b) {
        return a == b || a.name().equals(b.name());
    }

    /** Two constants without types: the richer kind of number wins. */
    private static Pair constants(String operator, Operand left, Operand right, Spot at) {
        if (left instanceof Operand.Delayed || right instanceof Operand.Delayed) {
            boolean leftIsRicher = Untyped.rank(left.type()) > Untyped.rank(right.type());
            Type type = Untyped.defaultOf(leftIsRicher ? left.type() : right.type());
            return new Pair(Conversion.implicit(left, type, at), Conversion.implicit(right, type, at));
        }
        if (left instanceof Number a && right instanceof Number b) {
            Type type = Untyped.rank(a.type()) > Untyped.rank(b.type()) ? a.type() : b.type();
            return new Pair(Constants.as(a, type, at), Constants.as(b, type, at));
        }
        if (left.type() != right.type()) {
            throw mismatch(operator, left, right, at);
        }
        return new Pair(left, right);
    }

    static RuntimeException mismatch(String operator, Operand left, Operand right, Spot at) {
        return at.problem("mismatched types " + Operands.typeName(left) + " and " + Operands.typeName(right)
                + " on the sides of '" + operator + "'; convert one, as Go wants it too");
    }
}
