package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.type.TypeKind;
import gjdbg.value.Equality;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Comparison (The Go Programming Language Specification, "Comparison operators"). */
final class Comparison {
    private Comparison() {}

    static boolean holds(String operator, Operand left, Operand right, int column) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (left instanceof Operand.UntypedInteger a && right instanceof Operand.UntypedInteger b) {
            return ordered(operator, a.value().compareTo(b.value()));
        }
        if (equality && isWhole(left, right)) {
            return equal(left, right, operator, column) == operator.equals("==");
        }
        Operand[] both = Pairing.of(operator, left, right, column);
        if (both[0] instanceof Operand.Integer a && both[1] instanceof Operand.Integer b) {
            int order = a.unsigned() ? Long.compareUnsigned(a.value(), b.value()) : Long.compare(a.value(), b.value());
            return ordered(operator, order);
        }
        if (both[0] instanceof Operand.Real a && both[1] instanceof Operand.Real b) {
            return real(operator, a.value(), b.value());
        }
        if (both[0] instanceof Operand.UntypedReal a && both[1] instanceof Operand.UntypedReal b) {
            return real(operator, a.value(), b.value());
        }
        if (both[0] instanceof Operand.Text a && both[1] instanceof Operand.Text b) {
            return ordered(operator, Arrays.compareUnsigned(utf8(a.value()), utf8(b.value())));
        }
        if (equality && both[0] instanceof Operand.Bool a && both[1] instanceof Operand.Bool b) {
            return (a.value() == b.value()) == operator.equals("==");
        }
        if (equality && both[0] instanceof Operand.Complex a && both[1] instanceof Operand.Complex b) {
            boolean same = a.real() == b.real() && a.imaginary() == b.imaginary();
            return same == operator.equals("==");
        }
        throw Problem.at(column, "'" + operator + "' is not defined on values of type " + both[0].typeName());
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean real(String operator, double a, double b) {
        return switch (operator) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            default -> a >= b;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isWhole(Operand left, Operand right) {
        return left instanceof Operand.Whole
                || right instanceof Operand.Whole
                || left instanceof Operand.Nil
                || right instanceof Operand.Nil;
    }

    private static boolean equal(Operand left, Operand right, String operator, int column) {
        if (left instanceof Operand.Nil && right instanceof Operand.Nil) {
            throw Problem.at(column, "nil is compared with nil");
        }
        if (left instanceof Operand.Nil || right instanceof Operand.Nil) {
            Operand other = left instanceof Operand.Nil ? right : left;
            return isNil(other, column);
        }
        Value a = left.toValue();
        Value b = right.toValue();
        boolean leftInterface = a.type().kind() == TypeKind.INTERFACE;
        boolean rightInterface = b.type().kind() == TypeKind.INTERFACE;
        if (leftInterface != rightInterface) {
            Reading held = Operands.readable(leftInterface ? a : b);
            Operand constant = leftInterface ? right : left;
            Value other = constant.toValue();
            return held instanceof Reading.Interface(Value dynamic)
                    && dynamic.type().name().equals(other.type().name())
                    && same(dynamic, other, column);
        }
        if (!a.type().name().equals(b.type().name()) && !leftInterface) {
            throw Pairing.mismatch(operator, left, right, column);
        }
        return same(a, b, column);
    }

    private static boolean isNil(Operand operand, int column) {
        if (operand instanceof Operand.Whole(Value value)) {
            switch (value.type().kind()) {
                case POINTER, SLICE, MAP, CHAN, FUNC -> {
                    return Operands.readable(value) instanceof Reading.Nil;
                }
                case INTERFACE -> {
                    return isNilInterface(value);
                }
                case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, STRUCT, UNION, ARRAY, ENUM, VOID, UNKNOWN -> {
                    // falls out to the error below
                }
            }
        }
        throw Problem.at(column, "a value of type " + operand.typeName() + " is never nil");
    }

    /** An interface whose dynamic type is not known is still known not to be nil. */
    private static boolean isNilInterface(Value value) {
        byte[] bytes = value.bytes();
        for (int i = 0; i < 8; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Value a, Value b, int column) {
        try {
            return Equality.of(a, b);
        } catch (BadRequest e) {
            throw Problem.at(column, e.getMessage());
        }
    }
}
