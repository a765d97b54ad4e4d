package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Conversions (The Go Programming Language Specification, "Conversions" and "Representability"). */
final class Conversion {
    private Conversion() {}

    /** The conversion that is written in an expression: {@code uint8(x)}. */
    static Operand explicit(Operand operand, Type to, int column) {
        return switch (operand) {
            case Operand.UntypedInteger(BigInteger value, boolean _)
            when to.kind() == TypeKind.STRING -> new Operand.Text(to, character(value));
            case Operand.UntypedInteger _, Operand.UntypedReal _ -> constant(operand, to, column);
            case Operand.Integer integer ->
                switch (to.kind()) {
                    case INT, UINT, ENUM -> new Operand.Integer(to, wrapped(integer.value(), to));
                    case FLOAT -> new Operand.Real(to, rounded(real(integer), to));
                    case STRING -> new Operand.Text(to, character(BigInteger.valueOf(integer.value())));
                    default -> throw impossible(operand, to, column);
                };
            case Operand.Real(Type _, double value) ->
                switch (to.kind()) {
                    case INT, ENUM -> new Operand.Integer(to, wrapped((long) value, to));
                    case UINT -> new Operand.Integer(to, wrapped(unsigned(value), to));
                    case FLOAT -> new Operand.Real(to, rounded(value, to));
                    default -> throw impossible(operand, to, column);
                };
            case Operand.Complex(Type _, double real, double imaginary)
            when to.kind() == TypeKind.COMPLEX -> new Operand.Complex(to, real, imaginary);
            case Operand.Bool(Type _, boolean value) when to.kind() == TypeKind.BOOL -> new Operand.Bool(to, value);
            case Operand.Text(Type _, String value) when to.kind() == TypeKind.STRING -> new Operand.Text(to, value);
            case Operand.Complex _, Operand.Bool _, Operand.Text _, Operand.Nil _ ->
                throw impossible(operand, to, column);
            case Operand.Whole(var value) ->
                switch (value.read()) {
                    case Reading.Pointer pointer
                    when to.name().equals("uintptr") ->
                        new Operand.Integer(to, pointer.address().value());
                    default -> throw impossible(operand, to, column);
                };
        };
    }

    /** A constant without a type as one of the other side's type, which must be able to hold it. */
    static Operand constant(Operand operand, Type to, int column) {
        return switch (operand) {
            case Operand.UntypedInteger(BigInteger value, boolean _) ->
                switch (to.kind()) {
                    case INT, UINT, ENUM -> new Operand.Integer(to, fitting(value, to, column));
                    case FLOAT -> new Operand.Real(to, rounded(value.doubleValue(), to));
                    case COMPLEX -> new Operand.Complex(to, value.doubleValue(), 0);
                    default -> throw impossible(operand, to, column);
                };
            case Operand.UntypedReal(double value) ->
                switch (to.kind()) {
                    case FLOAT -> new Operand.Real(to, rounded(value, to));
                    case COMPLEX -> new Operand.Complex(to, value, 0);
                    case INT, UINT, ENUM -> {
                        if (value != Math.rint(value) || Double.isInfinite(value)) {
                            throw Problem.at(column, "the constant " + value + " is no " + to.name());
                        }
                        yield new Operand.Integer(to, fitting(new BigDecimal(value).toBigInteger(), to, column));
                    }
                    default -> throw impossible(operand, to, column);
                };
            case Operand.Complex(Type type, double real, double imaginary)
            when type == null && to.kind() == TypeKind.COMPLEX -> new Operand.Complex(to, real, imaginary);
            case Operand.Text(Type type, String value)
            when type == null && to.kind() == TypeKind.STRING -> new Operand.Text(to, value);
            case Operand.Complex _,
                    Operand.Text _,
                    Operand.Integer _,
                    Operand.Real _,
                    Operand.Bool _,
                    Operand.Nil _,
                    Operand.Whole _ -> throw impossible(operand, to, column);
        };
    }

    private static long fitting(BigInteger value, Type to, int column) {
        boolean signed = to.kind() != TypeKind.UINT;
        int bits = (int) (8 * to.size());
        boolean fits = signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        if (!fits) {
            throw Problem.at(column, "the constant " + value + " does not fit into " + to.name());
        }
        return value.longValue();
    }

    /** The bits as the type keeps them. */
    static long wrapped(long value, Type type) {
        int unused = (int) (64 - 8 * type.size());
        if (unused <= 0) {
            return value;
        }
        return type.kind() == TypeKind.UINT ? value << unused >>> unused : value << unused >> unused;
    }

    static double rounded(double value, Type type) {
        return type.size() == 4 ? (float) value : value;
    }

    private static double real(Operand.Integer integer) {
        long value = integer.value();
        return integer.unsigned() && value < 0 ? ((value >>> 1) | (value & 1)) * 2.0 : (double) value;
    }

    private static long unsigned(double value) {
        return value >= 0x1p63 ? (long) (value - 0x1p63) + Long.MIN_VALUE : (long) value;
    }

    private static String character(BigInteger value) {
        boolean valid = value.bitLength() < 31 && Character.isValidCodePoint(value.intValue());
        return valid ? Character.toString(value.intValue()) : "\ufffd";
    }

    private static RuntimeException impossible(Operand operand, Type to, int column) {
        return Problem.at(column, "a value of type " + operand.typeName() + " can't be converted to " + to.name());
    }
}
