package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.math.BigInteger;

/** Conversions (The Go Programming Language Specification, "Conversions" and "Assignability"). */
final class Conversion {
    private final ProgramScope scope;

    Conversion(ProgramScope scope) {
        this.scope = scope;
    }

    /** The conversion that is written in an expression: {@code uint8(x)}. */
    Operand explicit(Operand operand, Type to, Spot at) {
        if (to.kind() == TypeKind.INTERFACE) {
            return inInterface(operand, to, at);
        }
        return switch (operand) {
            case Operand.Delayed _ -> explicit(implicit(operand, delayedType(operand, to), at), to, at);
            case Number number -> constant(number, to, at);
            case Operand.Integer integer -> integer(integer, to, at);
            case Operand.Real(Type _, double value) ->
                switch (to.kind()) {
                    case INT, ENUM, UINT -> new Operand.Integer(to, truncated(value, to));
                    case FLOAT -> new Operand.Real(to, rounded(value, to));
                    default -> throw impossible(operand, to, at);
                };
            case Operand.Complex(Type _, double real, double imaginary)
            when to.kind() == TypeKind.COMPLEX ->
                to.size() == 8
                        ? new Operand.Complex(to, (float) real, (float) imaginary)
                        : new Operand.Complex(to, real, imaginary);
            case Operand.Bool(Type _, boolean value) when to.kind() == TypeKind.BOOL -> new Operand.Bool(to, value);
            case Operand.Text(Type _, byte[] bytes) when to.kind() == TypeKind.STRING -> new Operand.Text(to, bytes);
            case Operand.Text text when to.kind() == TypeKind.SLICE -> new TextConversion(scope).toSlice(text, to, at);
            case Operand.Nil _ when hasNil(to) -> new Operand.Whole(scope.made(to, new byte[(int) to.size()]));
            case Operand.Complex _, Operand.Bool _, Operand.Text _, Operand.Nil _ -> throw impossible(operand, to, at);
            case Operand.Whole whole -> new WholeConversion(scope).to(whole, to, at);
        };
    }

    private static Type delayedType(Operand operand, Type to) {
        return Constants.isInteger(to) ? to : Untyped.defaultOf(operand.type());
    }

    private Operand constant(Number number, Type to, Spot at) {
        boolean integer = number.real().isInteger() && Constants.isInteger(number.type());
        if (to.kind() == TypeKind.STRING && integer) {
            return new Operand.Text(to, TextConversion.character(number.real().numerator()));
        }
        if (to.kind() == TypeKind.POINTER && integer) {
            return integer((Operand.Integer) Constants.settled(Constants.as(number, BasicType.UINT64, at), at), to, at);
        }
        return Constants.as(number, to, at);
    }

    private Operand integer(Operand.Integer integer, Type to, Spot at) {
        return switch (to.kind()) {
            case INT, UINT, ENUM -> new Operand.Integer(to, wrapped(integer.value(), to));
            case FLOAT -> new Operand.Real(to, to.size() == 4 ? single(integer) : real(integer));
            case STRING -> {
                BigInteger value = integer.unsigned()
                        ? new BigInteger(Long.toUnsignedString(integer.value()))
                        : BigInteger.valueOf(integer.value());
                yield new Operand.Text(to, TextConversion.character(value));
            }
            case POINTER -> new Operand.Whole(scope.made(to, WholeConversion.word(integer.value())));
            case BOOL, COMPLEX, STRUCT, UNION, ARRAY, SLICE, MAP, CHAN, FUNC, INTERFACE, VOID, UNKNOWN ->
                throw impossible(integer, to, at);
        };
    }

    /** Any value goes into an interface; whether it has the methods is not asked. */
    private Operand inInterface(Operand operand, Type to, Spot at) {
        if (operand instanceof Operand.Nil) {
            return new Operand.Whole(new ComputedValue(to, new Reading.Nil()));
        }
        Value value = Operands.value(operand, at);
        Reading reading =
                value.type().kind() == TypeKind.INTERFACE ? Operands.readable(value, at) : new Reading.Interface(value);
        return new Operand.Whole(new ComputedValue(to, reading));
    }

    /** A constant without a type as one of the other side's type, which must be able to hold it; others must be of the type. */
    static Operand implicit(Operand operand, Type to, Spot at) {
        return switch (operand) {
            case Operand.Delayed delayed -> delayed.in().apply(to);
            case Number number when Untyped.is(number.type()) -> Constants.as(number, to, at);
            case Operand.Bool(Type type, boolean value)
            when Untyped.is(type) && to.kind() == TypeKind.BOOL -> new Operand.Bool(to, value);
            case Operand.Text(Type type, byte[] bytes)
            when Untyped.is(type) && to.kind() == TypeKind.STRING -> new Operand.Text(to, bytes);
            case Number _,
                    Operand.Complex _,
                    Operand.Text _,
                    Operand.Integer _,
                    Operand.Real _,
                    Operand.Bool _,
                    Operand.Nil _,
                    Operand.Whole _ -> {
                if (!Pair.sameType(operand.type(), to)) {
                    throw impossible(operand, to, at);
                }
                yield operand;
            }
        };
    }

    static boolean hasNil(Type type) {
        return switch (type.kind()) {
            case POINTER, SLICE, MAP, CHAN, FUNC, INTERFACE -> true;
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, STRUCT, UNION, ARRAY, ENUM, VOID, UNKNOWN -> false;
        };
    }

    /** The bits as the type keeps them. */
    static long wrapped(long value, Type type) {
        int unused = (int) (64 - 8 * type.size());
        if (unused <= 0 || unused >= 64) {
            return value;
        }
        return type.isSigned() ? value << unused >> unused : value << unused >>> unused;
    }

    static double rounded(double value, Type type) {
        return type.size() == 4 ? (float) value : value;
    }

    static double real(Operand.Integer integer) {
        long value = integer.value();
        return integer.unsigned() && value < 0 ? (double) (value >>> 1 | value & 1) * 2 : (double) value;
    }

    static float single(Operand.Integer integer) {
        long value = integer.value();
        return integer.unsigned() && value < 0 ? (float) (value >>> 1 | value & 1) * 2 : (float) value;
    }

    /** As the instructions do it that compilers use on this processor: what is out of range is implementation-defined. */
    static long truncated(double value, Type to) {
        boolean unsigned = to.kind() == TypeKind.UINT;
        if (to.size() == 8) {
            return unsigned && value >= 0x1p63 ? truncated(value - 0x1p63) ^ Long.MIN_VALUE : truncated(value);
        }
        if (to.size() == 4 && unsigned) {
            return wrapped(truncated(value), to);
        }
        boolean fits = value > -0x1p31 - 1 && value < 0x1p31;
        return wrapped(fits ? (long) value : Integer.MIN_VALUE, to);
    }

    private static long truncated(double value) {
        return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
    }

    static RuntimeException impossible(Operand operand, Type to, Spot at) {
        return at.problem("a value of type " + Operands.typeName(operand) + " can't be converted to " + to.name());
    }
}
