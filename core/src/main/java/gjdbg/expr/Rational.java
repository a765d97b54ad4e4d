package gjdbg.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact number, as Go's constants are; in lowest terms, the denominator positive. */
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    static final Rational ZERO = of(0);

    /** No number half way between two doubles has more digits. */
    private static final MathContext DIGITS = new MathContext(800, RoundingMode.DOWN);

    static Rational of(long value) {
        return of(BigInteger.valueOf(value));
    }

    static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /** @param denominator not zero */
    static Rational of(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        return new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    static Rational of(BigDecimal value) {
        return value.scale() <= 0
                ? of(value.toBigIntegerExact())
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** @param value finite */
    static Rational of(double value) {
        return of(new BigDecimal(value));
    }

    Rational plus(Rational other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational minus(Rational other) {
        return plus(other.negated());
    }

    Rational times(Rational other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @param other not zero */
    Rational over(Rational other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The most bits of numerator and denominator. */
    int bits() {
        return Math.max(numerator.bitLength(), denominator.bitLength());
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The nearest double; infinite where it is too large. */
    double toDouble() {
        return decimal().doubleValue();
    }

    float toFloat() {
        return decimal().floatValue();
    }

    /** Near enough to be rounded right: what follows the digits that are kept counts as a little more than nothing. */
    private BigDecimal decimal() {
        if (isInteger()) {
            return new BigDecimal(numerator);
        }
        BigDecimal quotient = new BigDecimal(numerator).divide(new BigDecimal(denominator), DIGITS);
        boolean exact = quotient.multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
        return exact ? quotient : quotient.add(quotient.ulp().movePointLeft(1).multiply(BigDecimal.valueOf(signum())));
    }

    @Override
    public String toString() {
        return isInteger()
                ? numerator.toString()
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL32)
                        .toString();
    }
}
