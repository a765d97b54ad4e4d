package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.expr.Operand.Number;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.Equality;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.Arrays;

/** Comparison (The Go Programming Language Specification, "Comparison operators"). */
final class Comparison {
    private Comparison() {}

    static boolean holds(String operator, Operand left, Operand right, Spot at) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && (isWhole(left) || isWhole(right))) {
            return equal(left, right, operator, at) == operator.equals("==");
        }
        Pair both = Pair.of(operator, left, right, at);
        if (both.left() instanceof Number a && both.right() instanceof Number b) {
            if (equality) {
                return (a.real().equals(b.real()) && a.imaginary().equals(b.imaginary())) == operator.equals("==");
            }
            if (a.type().kind() != TypeKind.COMPLEX) {
                return ordered(operator, a.real().compareTo(b.real()));
            }
        }
        Operand first = both.left() instanceof Number number ? Constants.settled(number, at) : both.left();
        Operand second = both.right() instanceof Number number ? Constants.settled(number, at) : both.right();
        if (first instanceof Operand.Integer a && second instanceof Operand.Integer b) {
            int order = a.unsigned() ? Long.compareUnsigned(a.value(), b.value()) : Long.compare(a.value(), b.value());
            return ordered(operator, order);
        }
        if (first instanceof Operand.Real a && second instanceof Operand.Real b) {
            return real(operator, a.value(), b.value());
        }
        if (first instanceof Operand.Text a && second instanceof Operand.Text b) {
            return ordered(operator, Arrays.compareUnsigned(a.bytes(), b.bytes()));
        }
        if (equality && first instanceof Operand.Bool a && second instanceof Operand.Bool b) {
            return (a.value() == b.value()) == operator.equals("==");
        }
        if (equality && first instanceof Operand.Complex a && second instanceof Operand.Complex b) {
            boolean same = a.real() == b.real() && a.imaginary() == b.imaginary();
            return same == operator.equals("==");
        }
        throw at.problem("'" + operator + "' is not defined on values of type " + Operands.typeName(first));
    }

    static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    static boolean real(String operator, double a, double b) {
        return switch (operator) {
            case "==" -> a == b;
            case "!=" -> a != b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            default -> a >= b;
        };
    }

    private static boolean isWhole(Operand operand) {
        return operand instanceof Operand.Whole || operand instanceof Operand.Nil;
    }

    private static boolean equal(Operand left, Operand right, String operator, Spot at) {
        if (left instanceof Operand.Nil && right instanceof Operand.Nil) {
            throw at.problem("nil is compared with nil");
        }
        if (left instanceof Operand.Nil || right instanceof Operand.Nil) {
            return isNil(left instanceof Operand.Nil ? right : left, at);
        }
        boolean leftInterface = left.type().kind() == TypeKind.INTERFACE;
        boolean rightInterface = right.type().kind() == TypeKind.INTERFACE;
        Value a = Operands.value(left, at);
        Value b = Operands.value(right, at);
        if (leftInterface != rightInterface) {
            Reading held = Operands.readable(leftInterface ? a : b, at);
            Value other = leftInterface ? b : a;
            return held instanceof Reading.Interface(Value dynamic)
                    && Pair.sameType(dynamic.type(), other.type())
                    && same(dynamic, other, at);
        }
        if (!leftInterface && !comparable(a.type(), b.type())) {
            throw Pair.mismatch(operator, left, right, at);
        }
        return same(a, b, at);
    }

    private static boolean same(Value a, Value b, Spot at) {
        try {
            return Equality.of(a, b);
        } catch (BadRequest e) {
            throw at.problem(e.getMessage());
        } catch (Unavailable e) {
            throw at.unavailable(e.why());
        }
    }

    /** Identical, or of one structure where one of them has no name of its own. */
    private static boolean comparable(Type a, Type b) {
        return Pair.sameType(a, b)
                || a.kind() == b.kind() && (!Assignment.isNamed(a) || !Assignment.isNamed(b)) && a.size() == b.size();
    }

    private static boolean isNil(Operand operand, Spot at) {
        if (operand instanceof Operand.Whole(Value value) && Conversion.hasNil(value.type())) {
            // An interface whose dynamic type is not known is still known not to be nil.
            return value.type().kind() == TypeKind.INTERFACE && value instanceof TypedValue
                    ? isZero(value.bytes())
                    : Operands.readable(value, at) instanceof Reading.Nil;
        }
        throw at.problem("a value of type " + Operands.typeName(operand) + " is never nil");
    }

    private static boolean isZero(byte[] words) {
        for (int i = 0; i < Math.min(8, words.length); i++) {
            if (words[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
