package gjdbg.expr;

import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import gjdbg.expr.Operand.Number;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.value.ComputedText;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.StringBytes;
import gjdbg.value.Value;

/** Turns the program's values into what can be computed with, and results into values. */
final class Operands {
    private Operands() {}

    /** Scalars and strings are read; other values stay whole. */
    static Operand of(Value value, Spot at) {
        Type type = value.type();
        return switch (type.kind()) {
            case STRING -> new Operand.Text(type, bytes(value, at));
            case BOOL, INT, UINT, FLOAT, COMPLEX, ENUM -> scalar(value, at);
            case POINTER, STRUCT, UNION, ARRAY, SLICE, MAP, CHAN, FUNC, INTERFACE -> new Operand.Whole(value);
            case VOID, UNKNOWN -> value.read() instanceof Reading.Nil ? new Operand.Nil() : new Operand.Whole(value);
        };
    }

    private static Operand scalar(Value value, Spot at) {
        Type type = value.type();
        return switch (readable(value, at)) {
            case Reading.Bool(boolean bool) -> new Operand.Bool(type, bool);
            case Reading.Int(long number, boolean _) -> new Operand.Integer(type, number);
            case Reading.Real(double number) -> new Operand.Real(type, number);
            case Reading.Complex(double real, double imaginary) -> new Operand.Complex(type, real, imaginary);
            default -> throw at.unavailable("a " + type.name() + " that does not read as one");
        };
    }

    private static byte[] bytes(Value string, Spot at) {
        try {
            return StringBytes.of(string);
        } catch (Unavailable e) {
            throw at.unavailable(e.why());
        } catch (MemoryFault e) {
            throw at.unavailable(e.getMessage());
        }
    }

    /** @throws gjdbg.error.Unavailable for a value that can't be read */
    static Reading readable(Value value, Spot at) {
        Reading reading = value.read();
        if (reading instanceof Reading.Unreadable(String why)) {
            throw at.unavailable(why);
        }
        return reading;
    }

    /** For messages. */
    static String typeName(Operand operand) {
        return operand.type().name();
    }

    /** As the result of an expression: constants take their default type. */
    static Value value(Operand operand, Spot at) {
        return switch (operand) {
            case Number number -> {
                // A constant that is too large for an int may still be the one that somebody wants to see.
                boolean large = number.type() == Untyped.INT
                        && number.real().signum() > 0
                        && number.real().numerator().bitLength() == 64;
                Number typed = large ? Constants.as(number, BasicType.UINT64, at) : number;
                yield value(Constants.settled(typed, at), at);
            }
            case Operand.Integer integer ->
                new ComputedValue(integer.type(), new Reading.Int(integer.value(), integer.unsigned()));
            case Operand.Real(Type type, double value) -> new ComputedValue(type, new Reading.Real(value));
            case Operand.Complex(Type type, double real, double imaginary) ->
                new ComputedValue(type, new Reading.Complex(real, imaginary));
            case Operand.Bool(Type type, boolean value) ->
                new ComputedValue(Untyped.defaultOf(type), new Reading.Bool(value));
            case Operand.Text(Type type, byte[] bytes) -> new ComputedText(Untyped.defaultOf(type), bytes);
            case Operand.Nil nil -> new ComputedValue(nil.type(), new Reading.Nil());
            case Operand.Whole(Value value) -> value;
            case Operand.Delayed delayed -> value(delayed.in().apply(Untyped.defaultOf(delayed.type())), at);
        };
    }
}
