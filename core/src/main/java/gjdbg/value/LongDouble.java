package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.type.TypeKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A long double of C: the 80 bits of the x87 format (Intel SDM volume 1, section 4.2.2), a sign, 15 bits of exponent and 64
 * of the number, its first bit included.
 */
record LongDouble(long significand, int signAndExponent) {
    private static final int BIAS = 16383;
    /** 21 decimal digits tell any two of them apart. */
    private static final int MOST_DIGITS = 21;

    static LongDouble of(TypedValue value, long offset) {
        return new LongDouble(value.word(offset, 8), (int) value.word(offset + 8, 2));
    }

    /** What a long double, or a complex number of two, is shown as: whole, where a double would have lost digits; else empty. */
    static Optional<String> text(Value value) {
        boolean real = value.type().kind() == TypeKind.FLOAT && value.type().size() == 16;
        boolean complex =
                value.type().kind() == TypeKind.COMPLEX && value.type().size() == 32;
        if (!real && !complex || !(value instanceof TypedValue typed)) {
            return Optional.empty();
        }
        try {
            String first = of(typed, 0).text();
            if (real) {
                return Optional.of(first);
            }
            String second = of(typed, 16).text();
            return Optional.of("(" + first + (second.startsWith("-") ? "" : "+") + second + "i)");
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    private boolean negative() {
        return (signAndExponent & 0x8000) != 0;
    }

    private int exponent() {
        return signAndExponent & 0x7fff;
    }

    /** The nearest double; @throws Unavailable where the number is too large or too small for one. */
    double rounded() {
        if (exponent() == 0x7fff) {
            return significand << 1 != 0
                    ? Double.NaN
                    : negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double nearest = significand == 0 ? 0 : exact().doubleValue();
        if (Double.isInfinite(nearest) || nearest == 0 && significand != 0) {
            throw new Unavailable("", text() + " is out of the range of a double");
        }
        return negative() ? -nearest : nearest;
    }

    /** The fewest digits that mean this very number. */
    String text() {
        String sign = negative() ? "-" : "";
        if (exponent() == 0x7fff) {
            return significand << 1 != 0 ? "NaN" : sign + "Inf";
        }
        if (significand == 0) {
            return sign + "0";
        }
        BigDecimal exact = exact();
        BigDecimal half = scaled(BigDecimal.ONE, power() - 1);
        BigDecimal shown = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shown = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            int off = shown.subtract(exact).abs().compareTo(half);
            if (off < 0 || off == 0 && (significand & 1) == 0) {
                break;
            }
        }
        return sign + written(shown);
    }

    /** In full within a double's digits, else with an exponent. */
    private static String written(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        int first = plain.precision() - plain.scale() - 1;
        if (first >= -5 && first < MOST_DIGITS) {
            return plain.toPlainString();
        }
        String digits = plain.unscaledValue().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return digits.charAt(0) + fraction + "e" + (first < 0 ? "" : "+") + first;
    }

    /** Without the sign. */
    private BigDecimal exact() {
        return scaled(new BigDecimal(Long.toUnsignedString(significand)), power());
    }

    /** Of the last bit. */
    private int power() {
        return Math.max(exponent(), 1) - BIAS - 63;
    }

    private static BigDecimal scaled(BigDecimal number, int power) {
        BigDecimal factor = BigDecimal.TWO.pow(Math.abs(power));
        return power >= 0 ? number.multiply(factor) : number.divide(factor);
    }
}
