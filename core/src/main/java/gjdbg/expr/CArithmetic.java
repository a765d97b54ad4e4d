package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;

/** Arithmetic with numbers of C (C11, sections 6.5.3.3 to 6.5.12), as compilers for this processor do it. */
final class CArithmetic {
    private CArithmetic() {}

    static Operand binary(String operator, Operand left, Operand right, Spot at) {
        if (operator.equals("<<") || operator.equals(">>")) {
            return shift(operator.equals("<<"), left, right, at);
        }
        Type type = common(operator, left, right, at);
        Operand a = converted(left, type, at);
        Operand b = converted(right, type, at);
        if (a instanceof Operand.Integer one && b instanceof Operand.Integer other) {
            return new Operand.Integer(type, Conversion.wrapped(Arithmetic.integer(operator, one, other, at), type));
        }
        if (a instanceof Operand.Real one && b instanceof Operand.Real other) {
            double result = Arithmetic.real(operator, one.value(), other.value(), left, at);
            return new Operand.Real(type, Conversion.rounded(result, type));
        }
        throw Arithmetic.undefined(operator, left, at);
    }

    static boolean compare(String operator, Operand left, Operand right, Spot at) {
        Type type = common(operator, left, right, at);
        Operand a = converted(left, type, at);
        Operand b = converted(right, type, at);
        if (a instanceof Operand.Integer one && b instanceof Operand.Integer other) {
            return Comparison.ordered(
                    operator,
                    one.unsigned()
                            ? Long.compareUnsigned(one.value(), other.value())
                            : Long.compare(one.value(), other.value()));
        }
        if (a instanceof Operand.Real one && b instanceof Operand.Real other) {
            return Comparison.real(operator, one.value(), other.value());
        }
        throw Arithmetic.undefined(operator, left, at);
    }

    /** The usual arithmetic conversions; both must be numbers. */
    static Type common(String operator, Operand left, Operand right, Spot at) {
        requireNumber(operator, left, at);
        requireNumber(operator, right, at);
        return CTypes.common(left.type(), right.type());
    }

    private static void requireNumber(String operator, Operand operand, Spot at) {
        if (!(operand instanceof Operand.Integer) && !(operand instanceof Operand.Real)) {
            throw Arithmetic.undefined(operator, operand, at);
        }
        if (operand.type().size() > 8) {
            throw at.problem("gjdbg does not compute with numbers of type " + Operands.typeName(operand));
        }
    }

    private static Operand shift(boolean left, Operand value, Operand by, Spot at) {
        String operator = left ? "<<" : ">>";
        if (!(value instanceof Operand.Integer shifted)) {
            throw Arithmetic.undefined(operator, value, at);
        }
        if (!(by instanceof Operand.Integer count)) {
            throw Arithmetic.undefined(operator, by, at);
        }
        Type type = CTypes.promoted(shifted.type());
        if (count.value() < 0 || count.value() >= 8 * type.size()) {
            throw at.problem("C does not define a shift of a " + type.name() + " by " + count.value());
        }
        Operand.Integer promoted = (Operand.Integer) converted(shifted, type, at);
        int places = (int) count.value();
        long bits = left
                ? promoted.value() << places
                : promoted.unsigned() ? promoted.value() >>> places : promoted.value() >> places;
        return new Operand.Integer(type, Conversion.wrapped(bits, type));
    }

    static Operand unary(String operator, Operand operand, Spot at) {
        requireNumber(operator, operand, at);
        if (operator.equals("!")) {
            return truth(!holds(operand, at));
        }
        if (operand instanceof Operand.Real real && !operator.equals("~")) {
            return operator.equals("-") ? new Operand.Real(real.type(), -real.value()) : real;
        }
        if (operand instanceof Operand.Integer) {
            Type type = CTypes.promoted(operand.type());
            long value = ((Operand.Integer) converted(operand, type, at)).value();
            long result =
                    switch (operator) {
                        case "-" -> -value;
                        case "~" -> ~value;
                        default -> value;
                    };
            return new Operand.Integer(type, Conversion.wrapped(result, type));
        }
        throw Arithmetic.undefined(operator, operand, at);
    }

    /** What comparisons and logical operators give. */
    static Operand truth(boolean holds) {
        return new Operand.Integer(CTypes.INT, holds ? 1 : 0);
    }

    static boolean holds(Operand number, Spot at) {
        return switch (number) {
            case Operand.Integer integer -> integer.value() != 0;
            case Operand.Real real -> real.value() != 0;
            default -> throw at.problem("a value of type " + Operands.typeName(number) + " is neither true nor false");
        };
    }

    /** As a number of another type. */
    static Operand converted(Operand operand, Type to, Spot at) {
        if (to.kind() == TypeKind.BOOL) {
            return new Operand.Integer(to, holds(operand, at) ? 1 : 0);
        }
        boolean integer = Constants.isInteger(to);
        boolean real = to.kind() == TypeKind.FLOAT && to.size() <= 8;
        return switch (operand) {
            case Operand.Integer from when integer -> new Operand.Integer(to, Conversion.wrapped(from.value(), to));
            case Operand.Integer from
            when real -> new Operand.Real(to, to.size() == 4 ? Conversion.single(from) : Conversion.real(from));
            case Operand.Real from when integer -> new Operand.Integer(to, Conversion.truncated(from.value(), to));
            case Operand.Real from when real -> new Operand.Real(to, Conversion.rounded(from.value(), to));
            default -> throw Conversion.impossible(operand, to, at);
        };
    }
}
