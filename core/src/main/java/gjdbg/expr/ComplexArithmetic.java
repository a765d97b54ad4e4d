package gjdbg.expr;

import gjdbg.type.Type;

/** Complex numbers as Go computes them: in 64 bits each part, and divided so that infinities come out (runtime/complex.go). */
final class ComplexArithmetic {
    private ComplexArithmetic() {}

    static Operand binary(String operator, Operand.Complex a, Operand.Complex b, Spot at) {
        double re = a.real();
        double im = a.imaginary();
        return switch (operator) {
            case "+" -> rounded(a.type(), re + b.real(), im + b.imaginary());
            case "-" -> rounded(a.type(), re - b.real(), im - b.imaginary());
            case "*" -> rounded(a.type(), re * b.real() - im * b.imaginary(), re * b.imaginary() + im * b.real());
            case "/" -> divided(a, b);
            default -> throw Arithmetic.undefined(operator, a, at);
        };
    }

    private static Operand rounded(Type type, double real, double imaginary) {
        return type.size() == 8
                ? new Operand.Complex(type, (float) real, (float) imaginary)
                : new Operand.Complex(type, real, imaginary);
    }

    /** R. L. Smith, "Algorithm 116: Complex division", and the cases of C99, annex G.5.1. */
    private static Operand divided(Operand.Complex n, Operand.Complex m) {
        double a = n.real();
        double b = n.imaginary();
        double c = m.real();
        double d = m.imaginary();
        double e;
        double f;
        if (Math.abs(c) >= Math.abs(d)) {
            double ratio = d / c;
            double divisor = c + ratio * d;
            e = (a + b * ratio) / divisor;
            f = (b - a * ratio) / divisor;
        } else {
            double ratio = c / d;
            double divisor = d + ratio * c;
            e = (a * ratio + b) / divisor;
            f = (b * ratio - a) / divisor;
        }
        if (Double.isNaN(e) && Double.isNaN(f)) {
            if (c == 0 && d == 0 && (!Double.isNaN(a) || !Double.isNaN(b))) {
                e = Math.copySign(Double.POSITIVE_INFINITY, c) * a;
                f = Math.copySign(Double.POSITIVE_INFINITY, c) * b;
            } else if ((Double.isInfinite(a) || Double.isInfinite(b)) && Double.isFinite(c) && Double.isFinite(d)) {
                double one = unit(a);
                double other = unit(b);
                e = Double.POSITIVE_INFINITY * (one * c + other * d);
                f = Double.POSITIVE_INFINITY * (other * c - one * d);
            } else if ((Double.isInfinite(c) || Double.isInfinite(d)) && Double.isFinite(a) && Double.isFinite(b)) {
                double one = unit(c);
                double other = unit(d);
                e = 0 * (a * one + b * other);
                f = 0 * (b * one - a * other);
            }
        }
        return rounded(n.type(), e, f);
    }

    private static double unit(double value) {
        return Math.copySign(Double.isInfinite(value) ? 1 : 0, value);
    }
}
