package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.math.BigInteger;

/** Exact arithmetic with constants, and what types can hold them (The Go Programming Language Specification, "Constants"). */
final class Constants {
    /** As Go's compiler allows for integers; it and gjdbg allow more for other numbers. */
    private static final int INTEGER_BITS = 512;

    private static final int MOST_BITS = 20_000;

    private Constants() {}

    static boolean isInteger(Type type) {
        return switch (type.kind()) {
            case INT, UINT, ENUM -> true;
            case BOOL,
                    FLOAT,
                    COMPLEX,
                    STRING,
                    POINTER,
                    STRUCT,
                    UNION,
                    ARRAY,
                    SLICE,
                    MAP,
                    CHAN,
                    FUNC,
                    INTERFACE,
                    VOID,
                    UNKNOWN -> false;
        };
    }

    /** @param a of the same type as b */
    static Number binary(String operator, Number a, Number b, Spot at) {
        Type type = a.type();
        if (operator.equals("/") && b.real().signum() == 0 && b.imaginary().signum() == 0) {
            throw at.problem("division by zero");
        }
        if (isInteger(type)) {
            return checked(Number.of(type, Rational.of(integers(operator, a, b, at))), at);
        }
        Rational re = a.real();
        Rational im = a.imaginary();
        Number result =
                switch (operator) {
                    case "+" -> new Number(type, re.plus(b.real()), im.plus(b.imaginary()));
                    case "-" -> new Number(type, re.minus(b.real()), im.minus(b.imaginary()));
                    case "*" ->
                        new Number(
                                type,
                                re.times(b.real()).minus(im.times(b.imaginary())),
                                re.times(b.imaginary()).plus(im.times(b.real())));
                    case "/" -> {
                        Rational square =
                                b.real().times(b.real()).plus(b.imaginary().times(b.imaginary()));
                        yield new Number(
                                type,
                                re.times(b.real()).plus(im.times(b.imaginary())).over(square),
                                im.times(b.real())
                                        .minus(re.times(b.imaginary()))
                                        .over(square));
                    }
                    default -> throw Arithmetic.undefined(operator, a, at);
                };
        return checked(result, at);
    }

    private static BigInteger integers(String operator, Number left, Number right, Spot at) {
        BigInteger a = left.real().numerator();
        BigInteger b = right.real().numerator();
        return switch (operator) {
            case "+" -> a.add(b);
            case "-" -> a.subtract(b);
            case "*" -> a.multiply(b);
            case "/" -> a.divide(b);
            case "%" -> {
                if (b.signum() == 0) {
                    throw at.problem("division by zero");
                }
                yield a.remainder(b);
            }
            case "&" -> a.and(b);
            case "|" -> a.or(b);
            case "^" -> a.xor(b);
            case "&^" -> a.andNot(b);
            default -> throw Arithmetic.undefined(operator, left, at);
        };
    }

    static Number unary(String operator, Number of, Spot at) {
        return switch (operator) {
            case "+" -> of;
            case "-" ->
                checked(
                        new Number(
                                of.type(), of.real().negated(), of.imaginary().negated()),
                        at);
            case "^" -> {
                if (!isInteger(of.type())) {
                    throw Arithmetic.undefined(operator, of, at);
                }
                BigInteger value = of.real().numerator();
                boolean unsigned = of.type().kind() == TypeKind.UINT;
                yield Number.of(of.type(), Rational.of(unsigned ? value.xor(mask(of.type())) : value.not()));
            }
            default -> throw Arithmetic.undefined(operator, of, at);
        };
    }

    private static BigInteger mask(Type type) {
        return BigInteger.ONE.shiftLeft((int) (8 * type.size())).subtract(BigInteger.ONE);
    }

    /** @param by not negative */
    static Number shift(boolean left, Number value, long by, Spot at) {
        Type type = Untyped.rank(value.type()) > 2 ? Untyped.INT : value.type();
        if (!value.real().isInteger() || value.imaginary().signum() != 0 || !isInteger(type)) {
            throw Arithmetic.undefined(left ? "<<" : ">>", value, at);
        }
        BigInteger bits = value.real().numerator();
        if (left && by > MOST_BITS && bits.signum() != 0) {
            throw at.problem("the constant is too large");
        }
        int count = (int) Math.min(by, Integer.MAX_VALUE);
        BigInteger shifted = left ? bits.signum() == 0 ? bits : bits.shiftLeft(count) : bits.shiftRight(count);
        return checked(Number.of(type, Rational.of(shifted)), at);
    }

    /** As the type has it, rounded where it is a float. */
    private static Number checked(Number number, Spot at) {
        if (Untyped.is(number.type())) {
            boolean integer = Untyped.rank(number.type()) <= 2;
            int most = integer ? INTEGER_BITS : MOST_BITS;
            if (number.real().bits() > most || number.imaginary().bits() > MOST_BITS) {
                throw at.problem("the constant is too large");
            }
            return number;
        }
        return as(number, number.type(), at);
    }

    /** A constant as one of another type, which must be able to hold it ("Representability"). */
    static Number as(Number number, Type to, Spot at) {
        switch (to.kind()) {
            case INT, UINT, ENUM -> {
                if (!number.real().isInteger() || number.imaginary().signum() != 0) {
                    throw at.problem("the constant " + number.real() + " is no " + to.name());
                }
                BigInteger value = number.real().numerator();
                boolean unsigned = to.kind() == TypeKind.UINT;
                int bits = (int) (8 * to.size());
                boolean fits = unsigned ? value.signum() >= 0 && value.bitLength() <= bits : value.bitLength() < bits;
                if (!fits && !Untyped.is(to)) {
                    throw at.problem("the constant " + value + " does not fit into " + to.name());
                }
                return Number.of(to, number.real());
            }
            case FLOAT -> {
                if (number.imaginary().signum() != 0) {
                    throw at.problem("a complex constant is no " + to.name());
                }
                return Number.of(to, rounded(number.real(), to, to.size(), at));
            }
            case COMPLEX -> {
                long half = to.size() / 2;
                return new Number(to, rounded(number.real(), to, half, at), rounded(number.imaginary(), to, half, at));
            }
            case BOOL, STRING, POINTER, STRUCT, UNION, ARRAY, SLICE, MAP, CHAN, FUNC, INTERFACE, VOID, UNKNOWN ->
                throw Conversion.impossible(number, to, at);
        }
        throw new IllegalStateException("no kind");
    }

    private static Rational rounded(Rational value, Type to, long size, Spot at) {
        if (Untyped.is(to)) {
            return value;
        }
        double rounded = size == 4 ? value.toFloat() : value.toDouble();
        if (Double.isInfinite(rounded)) {
            throw at.problem("the constant does not fit into " + to.name());
        }
        return Rational.of(rounded);
    }

    /** As a value that is no constant; one without a type takes its default type. */
    static Operand settled(Number number, Spot at) {
        Type type = Untyped.defaultOf(number.type());
        Number typed = as(number, type, at);
        double real = typed.real().toDouble();
        return switch (type.kind()) {
            case FLOAT -> new Operand.Real(type, real);
            case COMPLEX -> new Operand.Complex(type, real, typed.imaginary().toDouble());
            default -> new Operand.Integer(type, typed.real().numerator().longValue());
        };
    }
}
