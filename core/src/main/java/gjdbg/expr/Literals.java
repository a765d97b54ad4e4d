package gjdbg.expr;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What literal tokens mean (The Go Programming Language Specification, "Integer literals" to "String literals"). */
final class Literals {
    private static final int MOST_EXPONENT = 5000;

    private Literals() {}

    static BigInteger integer(Token token) {
        String digits = token.text().toLowerCase(Locale.ROOT);
        int base = 10;
        if (digits.startsWith("0x")) {
            base = 16;
        } else if (digits.startsWith("0b")) {
            base = 2;
        } else if (digits.startsWith("0o")) {
            base = 8;
        }
        if (base != 10) {
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            base = 8;
        }
        try {
            return new BigInteger(withoutSeparators(digits, token), base);
        } catch (NumberFormatException e) {
            throw token.at().problem(token.text() + " is no integer of base " + base);
        }
    }

    static Rational real(Token token) {
        return real(token, token.text());
    }

    static Rational imaginary(Token token) {
        return real(token, token.text().substring(0, token.text().length() - 1));
    }

    private static Rational real(Token token, String text) {
        String digits = withoutSeparators(text, token).toLowerCase(Locale.ROOT);
        try {
            if (digits.startsWith("0x")) {
                return hexadecimal(digits.substring(2), token);
            }
            if (digits.startsWith("0b") || digits.startsWith("0o")) {
                return Rational.of(integer(new Token(Token.Kind.INTEGER, digits, token.at())));
            }
            int exponent = digits.indexOf('e');
            if (exponent > 0) {
                bounded(digits.substring(exponent + 1), token);
            }
            return Rational.of(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            throw token.at().problem(token.text() + " is no number");
        }
    }

    private static Rational hexadecimal(String digits, Token token) {
        int p = digits.indexOf('p');
        int exponent = p < 0 ? 0 : bounded(digits.substring(p + 1), token);
        String mantissa = p < 0 ? digits : digits.substring(0, p);
        int dot = mantissa.indexOf('.');
        if (dot >= 0) {
            if (p < 0) {
                throw token.at().problem("a hexadecimal fraction needs an exponent, as in 0x1.8p0");
            }
            exponent -= 4 * (mantissa.length() - dot - 1);
            mantissa = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
        }
        BigInteger whole = new BigInteger(mantissa, 16);
        BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(exponent));
        return exponent < 0 ? Rational.of(whole, power) : Rational.of(whole.multiply(power));
    }

    /** An exponent that is not made for filling the memory. */
    private static int bounded(String exponent, Token token) {
        int value = exponent.length() > 6 ? MOST_EXPONENT + 1 : Integer.parseInt(exponent);
        if (Math.abs(value) > MOST_EXPONENT) {
            throw token.at().problem("the constant is too large or too small");
        }
        return value;
    }

    private static String withoutSeparators(String digits, Token token) {
        if (digits.endsWith("_") || digits.contains("__")) {
            throw token.at().problem("'_' must separate digits");
        }
        return digits.replace("_", "");
    }

    static int rune(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        if (!text.startsWith("\\")) {
            if (text.codePointCount(0, text.length()) != 1) {
                throw token.at().problem(token.text() + " is not one character; strings take double quotes");
            }
            return text.codePointAt(0);
        }
        int[] position = {0};
        int rune = escape(text, position, token);
        if (position[0] != text.length()) {
            throw token.at().problem(token.text() + " is not one character");
        }
        return rune;
    }

    /** The bytes: escapes such as \\xff give bytes, not characters. */
    static byte[] string(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        if (token.text().startsWith("`")) {
            return text.replace("\r", "").getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] position = {0};
        while (position[0] < text.length()) {
            int c = text.codePointAt(position[0]);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                position[0] += Character.charCount(c);
                continue;
            }
            char kind = position[0] + 1 < text.length() ? text.charAt(position[0] + 1) : 0;
            int value = escape(text, position, token);
            if (kind == 'u' || kind == 'U') {
                bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(value);
            }
        }
        return bytes.toByteArray();
    }

    /** The value of the escape at position[0], which is moved past it. */
    private static int escape(String text, int[] position, Token token) {
        int start = position[0] + 1;
        char c = start < text.length() ? text.charAt(start) : 0;
        int plain = "abfnrtv\\'\"".indexOf(c);
        if (plain >= 0) {
            position[0] = start + 1;
            return "\u0007\b\f\n\r\t\u000b\\'\"".charAt(plain);
        }
        int digits =
                switch (c) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    default -> 3;
                };
        boolean octal = digits == 3;
        int from = octal ? start : start + 1;
        int end = from + digits;
        try {
            int value = Integer.parseInt(text.substring(from, end), octal ? 8 : 16);
            if (octal && value > 255
                    || value > Character.MAX_CODE_POINT
                    || text.charAt(from) == '-'
                    || text.charAt(from) == '+') {
                throw new NumberFormatException();
            }
            position[0] = end;
            return value;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw token.at().problem("an unknown escape in " + token.text());
        }
    }
}
