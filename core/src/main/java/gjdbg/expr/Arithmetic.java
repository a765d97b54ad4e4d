package gjdbg.expr;

import gjdbg.type.Type;
import java.math.BigInteger;

/** Arithmetic with Go's types: integers wrap around, constants without a type are exact. */
final class Arithmetic {
    private static final int MAX_CONSTANT_BITS = 10_000;

    private Arithmetic() {}

    static Operand binary(String operator, Operand left, Operand right, int column) {
        if (operator.equals("<<") || operator.equals(">>")) {
            return shift(operator.equals("<<"), left, right, column);
        }
        if (left instanceof Operand.UntypedInteger a && right instanceof Operand.UntypedInteger b) {
            return new Operand.UntypedInteger(exact(operator, a.value(), b.value(), column), a.rune() || b.rune());
        }
        Operand[] both = Pairing.of(operator, left, right, column);
        if (both[0] instanceof Operand.Integer a && both[1] instanceof Operand.Integer b) {
            return new Operand.Integer(a.type(), Conversion.wrapped(integer(operator, a, b, column), a.type()));
        }
        if (both[0] instanceof Operand.Real a && both[1] instanceof Operand.Real b) {
            double result = real(operator, a.value(), b.value(), both[0], column);
            return new Operand.Real(a.type(), Conversion.rounded(result, a.type()));
        }
        if (both[0] instanceof Operand.UntypedReal(double a) && both[1] instanceof Operand.UntypedReal(double b)) {
            if (operator.equals("/") && b == 0) {
                throw Problem.at(column, "division by zero");
            }
            return new Operand.UntypedReal(real(operator, a, b, both[0], column));
        }
        if (both[0] instanceof Operand.Complex a && both[1] instanceof Operand.Complex b) {
            return complex(operator, a, b, column);
        }
        if (operator.equals("+") && both[0] instanceof Operand.Text a && both[1] instanceof Operand.Text b) {
            return new Operand.Text(a.type(), a.value() + b.value());
        }
        throw undefined(operator, both[0], column);
    }

    private static BigInteger exact(String operator, BigInteger a, BigInteger b, int column) {
        return switch (operator) {
            case "+" -> a.add(b);
            case "-" -> a.subtract(b);
            case "*" -> {
                if (a.bitLength() + b.bitLength() > MAX_CONSTANT_BITS) {
                    throw Problem.at(column, "the constant is too large");
                }
                yield a.multiply(b);
            }
            case "/" -> a.divide(nonZero(b, column));
            case "%" -> a.remainder(nonZero(b, column));
            case "&" -> a.and(b);
            case "|" -> a.or(b);
            case "^" -> a.xor(b);
            case "&^" -> a.andNot(b);
            default -> throw Problem.at(column, "'" + operator + "' is not known");
        };
    }

    private static BigInteger nonZero(BigInteger divisor, int column) {
        if (divisor.signum() == 0) {
            throw Problem.at(column, "division by zero");
        }
        return divisor;
    }

    private static long integer(String operator, Operand.Integer left, Operand.Integer right, int column) {
        long a = left.value();
        long b = right.value();
        if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw Problem.at(column, "division by zero");
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
            default -> throw Problem.at(column, "'" + operator + "' is not known");
        };
    }

    private static double real(String operator, double a, double b, Operand operand, int column) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> throw undefined(operator, operand, column);
        };
    }

    private static Operand complex(String operator, Operand.Complex a, Operand.Complex b, int column) {
        double re = a.real();
        double im = a.imaginary();
        return switch (operator) {
            case "+" -> new Operand.Complex(a.type(), re + b.real(), im + b.imaginary());
            case "-" -> new Operand.Complex(a.type(), re - b.real(), im - b.imaginary());
            case "*" ->
                new Operand.Complex(a.type(), re * b.real() - im * b.imaginary(), re * b.imaginary() + im * b.real());
            case "/" -> {
                double square = b.real() * b.real() + b.imaginary() * b.imaginary();
                yield new Operand.Complex(
                        a.type(),
                        (re * b.real() + im * b.imaginary()) / square,
                        (im * b.real() - re * b.imaginary()) / square);
            }
            default -> throw undefined(operator, a, column);
        };
    }

    private static Operand shift(boolean left, Operand value, Operand by, int column) {
        long count =
                switch (by) {
                    case Operand.UntypedInteger(BigInteger constant, boolean _)
                    when constant.bitLength() < 32 -> constant.longValue();
                    case Operand.Integer integer when integer.unsigned() && integer.value() < 0 -> Long.MAX_VALUE;
                    case Operand.Integer integer -> integer.value();
                    default -> throw Problem.at(column, "a shift needs an integer count, not " + by.typeName());
                };
        if (count < 0) {
            throw Problem.at(column, "a shift by the negative count " + count);
        }
        return switch (value) {
            case Operand.UntypedInteger(BigInteger constant, boolean rune) -> {
                if (left && count > MAX_CONSTANT_BITS) {
                    throw Problem.at(column, "the constant is too large");
                }
                int places = (int) Math.min(count, Integer.MAX_VALUE);
                yield new Operand.UntypedInteger(left ? constant.shiftLeft(places) : constant.shiftRight(places), rune);
            }
            case Operand.Integer integer -> {
                Type type = integer.type();
                long bits = integer.value();
                long shifted;
                if (left) {
                    shifted = count > 63 ? 0 : bits << count;
                } else if (integer.unsigned()) {
                    shifted = count > 63 ? 0 : bits >>> count;
                } else {
                    shifted = bits >> Math.min(count, 63);
                }
                yield new Operand.Integer(type, Conversion.wrapped(shifted, type));
            }
            default -> throw undefined(left ? "<<" : ">>", value, column);
        };
    }

    static Operand unary(String operator, Operand operand, int column) {
        return switch (operand) {
            case Operand.Bool(Type type, boolean value) when operator.equals("!") -> new Operand.Bool(type, !value);
            case Operand.UntypedInteger(BigInteger value, boolean rune)
            when !operator.equals("!") ->
                new Operand.UntypedInteger(
                        switch (operator) {
                            case "-" -> value.negate();
                            case "^" -> value.not();
                            default -> value;
                        },
                        rune);
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
            case Operand.UntypedReal(double value) when operator.equals("-") -> new Operand.UntypedReal(-value);
            case Operand.Real(Type type, double value) when operator.equals("-") -> new Operand.Real(type, -value);
            case Operand.Complex(Type type, double real, double imaginary)
            when operator.equals("-") -> new Operand.Complex(type, -real, -imaginary);
            case Operand.UntypedReal _, Operand.Real _, Operand.Complex _ when operator.equals("+") -> operand;
            default -> throw undefined(operator, operand, column);
        };
    }

    private static RuntimeException undefined(String operator, Operand operand, int column) {
        return Problem.at(column, "'" + operator + "' is not defined on a value of type " + operand.typeName());
    }
}
