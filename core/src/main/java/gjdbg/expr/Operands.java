package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Reading;
import gjdbg.value.Value;

/** Turns the program's values into what can be computed with. */
final class Operands {
    private Operands() {}

    /** Scalars and strings are read; other values stay whole. */
    static Operand of(Value value) {
        Type type = value.type();
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, ENUM -> scalar(type, readable(value));
            case POINTER, STRUCT, UNION, ARRAY, SLICE, MAP, CHAN, FUNC, INTERFACE -> new Operand.Whole(value);
            case VOID, UNKNOWN -> {
                if (value.read() instanceof Reading.Nil) {
                    yield new Operand.Nil();
                }
                yield new Operand.Whole(value);
            }
        };
    }

    private static Operand scalar(Type type, Reading reading) {
        return switch (reading) {
            case Reading.Bool(boolean value) -> new Operand.Bool(type, value);
            case Reading.Int(long value, boolean _) -> new Operand.Integer(type, value);
            case Reading.Real(double value) -> new Operand.Real(type, value);
            case Reading.Complex(double real, double imaginary) -> new Operand.Complex(type, real, imaginary);
            case Reading.Text(String text, long _) -> new Operand.Text(type, text);
            case Reading.Nil _,
                    Reading.Pointer _,
                    Reading.Struct _,
                    Reading.Sequence _,
                    Reading.Interface _,
                    Reading.Func _,
                    Reading.Mapping _,
                    Reading.Channel _,
                    Reading.Unreadable _ -> throw new IllegalStateException(type.kind() + " read as " + reading);
        };
    }

    /** @throws Unavailable for a value that can't be read */
    static Reading readable(Value value) {
        Reading reading = value.read();
        if (reading instanceof Reading.Unreadable(String why)) {
            throw new Unavailable("", why);
        }
        return reading;
    }

    static boolean isInteger(Type type) {
        return type.kind() == TypeKind.INT || type.kind() == TypeKind.UINT || type.kind() == TypeKind.ENUM;
    }
}
