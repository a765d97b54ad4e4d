package gjdbg.expr;

import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** What evaluation works on: constants without a type, numbers, and the program's values. */
sealed interface Operand {
    /** An integer constant without a type: it takes that of the other side. */
    record UntypedInteger(BigInteger value, boolean rune) implements Operand {}

    record UntypedReal(double value) implements Operand {}

    /** @param value sign-extended where the type is signed, else zero-extended */
    record Integer(Type type, long value) implements Operand {
        boolean unsigned() {
            return type.kind() == TypeKind.UINT;
        }
    }

    record Real(Type type, double value) implements Operand {}

    /** @param type null for a constant without a type */
    record Complex(Type type, double real, double imaginary) implements Operand {}

    record Bool(Type type, boolean value) implements Operand {}

    /** @param type null for a constant without a type */
    record Text(Type type, String value) implements Operand {}

    record Nil() implements Operand {}

    /** A value that is used by its parts or its place. */
    record Whole(Value value) implements Operand {}

    /** For messages. */
    default String typeName() {
        return switch (this) {
            case UntypedInteger integer -> integer.rune() ? "untyped rune" : "untyped int";
            case UntypedReal _ -> "untyped float";
            case Integer integer -> integer.type().name();
            case Real real -> real.type().name();
            case Complex complex ->
                complex.type() == null ? "untyped complex" : complex.type().name();
            case Bool bool -> bool.type().name();
            case Text text ->
                text.type() == null ? "untyped string" : text.type().name();
            case Nil _ -> "untyped nil";
            case Whole whole -> whole.value().type().name();
        };
    }

    /** As the result of an expression: constants take their default type. */
    default Value toValue() {
        return switch (this) {
            case UntypedInteger(BigInteger value, boolean rune) -> {
                if (value.bitLength() > 63) {
                    yield new ComputedValue(BasicType.named("uint64").orElseThrow(), unsigned(value));
                }
                yield new ComputedValue(
                        rune ? BasicType.INT32 : BasicType.INT, new Reading.Int(value.longValue(), false));
            }
            case UntypedReal(double value) -> new ComputedValue(BasicType.FLOAT64, new Reading.Real(value));
            case Integer integer ->
                new ComputedValue(integer.type(), new Reading.Int(integer.value(), integer.unsigned()));
            case Real(Type type, double value) -> new ComputedValue(type, new Reading.Real(value));
            case Complex(Type type, double real, double imaginary) ->
                new ComputedValue(type == null ? BasicType.COMPLEX128 : type, new Reading.Complex(real, imaginary));
            case Bool(Type type, boolean value) -> new ComputedValue(type, new Reading.Bool(value));
            case Text(Type type, String value) ->
                new ComputedValue(
                        type == null ? BasicType.STRING : type,
                        new Reading.Text(value, value.getBytes(StandardCharsets.UTF_8).length));
            case Nil _ -> new ComputedValue(BasicType.unknown("untyped nil"), new Reading.Nil());
            case Whole(Value value) -> value;
        };
    }

    private static Reading unsigned(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 64) {
            return new Reading.Unreadable("the constant " + value + " does not fit into any integer type");
        }
        return new Reading.Int(value.longValue(), true);
    }
}
