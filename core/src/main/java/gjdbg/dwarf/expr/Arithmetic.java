package gjdbg.dwarf.expr;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.expr.BaseType.Kind;

/** Arithmetic, logic and comparison on the stack (DWARF 5, sections 2.5.1.4 and 2.5.1.5). */
final class Arithmetic {
    private final Bytes expression;

    Arithmetic(Bytes expression) {
        this.expression = expression;
    }

    /** Two operands of one type, replaced by the result. */
    void binary(int op, Stack stack) {
        BaseType type = stack.type(0);
        BaseType left = stack.type(1);
        boolean shift = op == Op.SHL || op == Op.SHR || op == Op.SHRA;
        if (!shift && !type.equals(left)) {
            throw expression.malformed(0, "a location expression that computes with values of two types");
        }
        long b = stack.pop();
        long a = stack.pop();
        if (left.kind() == Kind.FLOAT) {
            stack.push(left.bits(real(op, left.real(a), left.real(b))), left);
        } else {
            stack.push(integral(op, a, b, left), left);
        }
    }

    private double real(int op, double a, double b) {
        return switch (op) {
            case Op.PLUS -> a + b;
            case Op.MINUS -> a - b;
            case Op.MUL -> a * b;
            case Op.DIV -> a / b;
            default -> throw expression.malformed(0, "a bitwise operation on a floating-point value");
        };
    }

    private long integral(int op, long a, long b, BaseType type) {
        boolean unsigned = type.kind() == Kind.UNSIGNED;
        int bits = 8 * type.size();
        return switch (op) {
            case Op.AND -> a & b;
            case Op.OR -> a | b;
            case Op.XOR -> a ^ b;
            case Op.PLUS -> a + b;
            case Op.MINUS -> a - b;
            case Op.MUL -> a * b;
            case Op.DIV -> unsigned ? Long.divideUnsigned(a, nonZero(b)) : a / nonZero(b);
            // The generic type is divided as signed, but its remainder is unsigned (section 2.5.1.4).
            case Op.MOD -> type.kind() == Kind.SIGNED ? a % nonZero(b) : Long.remainderUnsigned(a, nonZero(b));
            case Op.SHL -> outside(b, bits) ? 0 : a << b;
            case Op.SHR -> outside(b, bits) ? 0 : unsignedBits(a, bits) >>> b;
            case Op.SHRA -> signedBits(a, bits) >> (outside(b, bits) ? 63 : b);
            default -> throw expression.malformed(0, "an unknown operation 0x" + Integer.toHexString(op));
        };
    }

    /** Comparison leaves 0 or 1 of the generic type; the generic type itself is compared as signed. */
    void compare(int op, Stack stack) {
        BaseType type = stack.type(0);
        if (!type.equals(stack.type(1))) {
            throw expression.malformed(0, "a location expression that compares values of two types");
        }
        long b = stack.pop();
        long a = stack.pop();
        boolean unordered = type.kind() == Kind.FLOAT && (Double.isNaN(type.real(a)) || Double.isNaN(type.real(b)));
        int order =
                switch (type.kind()) {
                    case FLOAT -> Double.compare(type.real(a) + 0.0, type.real(b) + 0.0);
                    case UNSIGNED -> Long.compareUnsigned(a, b);
                    case SIGNED, GENERIC -> Long.compare(a, b);
                };
        boolean holds =
                switch (op) {
                    case Op.EQ -> order == 0 && !unordered;
                    case Op.NE -> order != 0 || unordered;
                    case Op.GE -> order >= 0 && !unordered;
                    case Op.GT -> order > 0 && !unordered;
                    case Op.LE -> order <= 0 && !unordered;
                    case Op.LT -> order < 0 && !unordered;
                    default -> throw expression.malformed(0, "an unknown comparison");
                };
        stack.push(holds ? 1 : 0);
    }

    void unary(int op, Stack stack) {
        BaseType type = stack.type(0);
        long value = stack.pop();
        boolean real = type.kind() == Kind.FLOAT;
        long result =
                switch (op) {
                    case Op.ABS ->
                        real
                                ? type.bits(Math.abs(type.real(value)))
                                : type.kind() == Kind.UNSIGNED ? value : Math.abs(value);
                    case Op.NEG -> real ? type.bits(-type.real(value)) : -value;
                    case Op.NOT -> ~value;
                    default -> throw expression.malformed(0, "an unknown operation");
                };
        stack.push(result, type);
    }

    /** The top of the stack as another type: by value for DW_OP_convert. */
    void convert(Stack stack, BaseType to) {
        BaseType from = stack.type(0);
        long value = stack.pop();
        long converted;
        if (from.kind() == Kind.FLOAT) {
            double real = from.real(value);
            converted = to.kind() == Kind.FLOAT ? to.bits(real) : (long) real;
        } else if (to.kind() == Kind.FLOAT) {
            converted = to.bits(from.kind() == Kind.UNSIGNED ? unsignedReal(value) : (double) value);
        } else {
            converted = value;
        }
        stack.push(converted, to);
    }

    /** The top of the stack as another type of the same size, with the same bits. */
    void reinterpret(Stack stack, BaseType to) {
        if (stack.type(0).size() != to.size()) {
            throw expression.malformed(0, "DW_OP_reinterpret to a type of another size");
        }
        stack.push(stack.pop(), to);
    }

    private long nonZero(long divisor) {
        if (divisor == 0) {
            throw expression.malformed(0, "a location expression that divides by zero");
        }
        return divisor;
    }

    private static boolean outside(long shift, int bits) {
        return shift < 0 || shift >= bits;
    }

    private static long unsignedBits(long value, int bits) {
        return bits >= 64 ? value : value & (1L << bits) - 1;
    }

    private static long signedBits(long value, int bits) {
        return bits >= 64 ? value : value << 64 - bits >> 64 - bits;
    }

    private static double unsignedReal(long value) {
        return value >= 0 ? (double) value : ((value >>> 1) | (value & 1)) * 2.0;
    }
}
