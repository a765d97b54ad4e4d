package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.Type;
import java.io.ByteArrayOutputStream;

/** Arithmetic with Go's types: integers wrap around, constants are exact. */
final class Arithmetic {
    private static final int LONGEST_TEXT = 16 << 20;

    private Arithmetic() {}

    static Operand binary(String operator, Operand left, Operand right, Spot at) {
        if (operator.equals("<<") || operator.equals(">>")) {
            return shift(operator.equals("<<"), left, right, at);
        }
        if ((left instanceof Operand.Delayed || right instanceof Operand.Delayed)
                && Untyped.is(left.type())
                && Untyped.is(right.type())) {
            Type richer = Untyped.rank(left.type()) > Untyped.rank(right.type()) ? left.type() : right.type();
            return new Operand.Delayed(
                    richer,
                    type -> binary(
                            operator, Conversion.implicit(left, type, at), Conversion.implicit(right, type, at), at));
        }
        Pair both = Pair.of(operator, left, right, at);
        if (both.left() instanceof Number a && both.right() instanceof Number b) {
            return Constants.binary(operator, a, b, at);
        }
        Operand first = both.left() instanceof Number number ? Constants.settled(number, at) : both.left();
        Operand second = both.right() instanceof Number number ? Constants.settled(number, at) : both.right();
        if (first instanceof Operand.Integer a && second instanceof Operand.Integer b) {
            return new Operand.Integer(a.type(), Conversion.wrapped(integer(operator, a, b, at), a.type()));
        }
        if (first instanceof Operand.Real a && second instanceof Operand.Real b) {
            double result = real(operator, a.value(), b.value(), a, at);
            return new Operand.Real(a.type(), Conversion.rounded(result, a.type()));
        }
        if (first instanceof Operand.Complex a && second instanceof Operand.Complex b) {
            return ComplexArithmetic.binary(operator, a, b, at);
        }
        if (operator.equals("+") && first instanceof Operand.Text a && second instanceof Operand.Text b) {
            return joined(a, b, at);
        }
        throw undefined(operator, first, at);
    }

    private static Operand joined(Operand.Text a, Operand.Text b, Spot at) {
        if ((long) a.bytes().length + b.bytes().length > LONGEST_TEXT) {
            throw at.problem("the string is too long");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(a.bytes());
        bytes.writeBytes(b.bytes());
        return new Operand.Text(a.type(), bytes.toByteArray());
    }

    static long integer(String operator, Operand.Integer left, Operand.Integer right, Spot at) {
        long a = left.value();
        long b = right.value();
        if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw at.problem("division by zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> left.unsigned() ? Long.divideUnsigned(a, b) : a / b;
            case "%" -> left.unsigned() ? Long.remainderUnsigned(a, b) : a % b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "&^" -> a & ~b;
            default -> throw at.problem("'" + operator + "' is not known");
        };
    }

    static double real(String operator, double a, double b, Operand operand, Spot at) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> throw undefined(operator, operand, at);
        };
    }

    private static Operand shift(boolean left, Operand value, Operand by, Spot at) {
        long count = count(by, at);
        if (value instanceof Operand.Delayed delayed) {
            return new Operand.Delayed(
                    delayed.type(), type -> shift(left, delayed.in().apply(type), by, at));
        }
        if (value instanceof Number number) {
            if (by instanceof Number) {
                return Constants.shift(left, number, count, at);
            }
            if (Untyped.is(number.type())) {
                return new Operand.Delayed(number.type(), type -> {
                    if (!Constants.isInteger(type)) {
                        throw at.problem("a shifted constant must be an integer here, not " + type.name());
                    }
                    return shifted(left, Constants.settled(Constants.as(number, type, at), at), count, at);
                });
            }
            return shifted(left, Constants.settled(number, at), count, at);
        }
        return shifted(left, value, count, at);
    }

    private static Operand shifted(boolean left, Operand value, long count, Spot at) {
        if (!(value instanceof Operand.Integer integer)) {
            throw undefined(left ? "<<" : ">>", value, at);
        }
        Type type = integer.type();
        long bits = integer.value();
        long result;
        if (left) {
            result = count > 63 ? 0 : bits << count;
        } else if (integer.unsigned()) {
            result = count > 63 ? 0 : bits >>> count;
        } else {
            result = bits >> Math.min(count, 63);
        }
        return new Operand.Integer(type, Conversion.wrapped(result, type));
    }

    /** At most Long.MAX_VALUE, which shifts all bits out. */
    private static long count(Operand by, Spot at) {
        Operand settled =
                by instanceof Operand.Delayed ? Conversion.implicit(by, Untyped.defaultOf(by.type()), at) : by;
        if (settled instanceof Number number) {
            settled = Constants.settled(Untyped.is(number.type()) ? Constants.as(number, Untyped.INT, at) : number, at);
        }
        if (!(settled instanceof Operand.Integer integer)) {
            throw at.problem("a shift needs an integer count, not " + Operands.typeName(by));
        }
        if (integer.value() < 0 && !integer.unsigned()) {
            throw at.problem("a shift by the negative count " + integer.value());
        }
        return integer.value() < 0 ? Long.MAX_VALUE : integer.value();
    }

    static Operand unary(String operator, Operand operand, Spot at) {
        return switch (operand) {
            case Operand.Bool(Type type, boolean value) when operator.equals("!") -> new Operand.Bool(type, !value);
            case Number number -> Constants.unary(operator, number, at);
            case Operand.Delayed delayed ->
                new Operand.Delayed(
                        delayed.type(), type -> unary(operator, delayed.in().apply(type), at));
            case Operand.Integer(Type type, long value)
            when !operator.equals("!") ->
                new Operand.Integer(
                        type,
                        Conversion.wrapped(
                                switch (operator) {
                                    case "-" -> -value;
                                    case "^" -> ~value;
                                    default -> value;
                                },
                                type));
            case Operand.Real(Type type, double value) when operator.equals("-") -> new Operand.Real(type, -value);
            case Operand.Complex(Type type, double real, double imaginary)
            when operator.equals("-") -> new Operand.Complex(type, -real, -imaginary);
            case Operand.Real _, Operand.Complex _ when operator.equals("+") -> operand;
            case Operand.Bool _,
                    Operand.Integer _,
                    Operand.Real _,
                    Operand.Complex _,
                    Operand.Text _,
                    Operand.Nil _,
                    Operand.Whole _ -> throw undefined(operator, operand, at);
        };
    }

    static RuntimeException undefined(String operator, Operand operand, Spot at) {
        return at.problem("'" + operator + "' is not defined on a value of type " + Operands.typeName(operand));
    }
}
