package gjdbg.expr;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What literal tokens mean (The Go Programming Language Specification, "Integer literals" to "String literals"). */
final class Literals {
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
            throw Problem.at(token.column(), token.text() + " is no integer of base " + base);
        }
    }

    static double real(Token token) {
        return real(token, token.text());
    }

    static double imaginary(Token token) {
        return real(token, token.text().substring(0, token.text().length() - 1));
    }

    private static double real(Token token, String text) {
        try {
            String digits = withoutSeparators(text, token);
            boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
            return hex && digits.indexOf('p') < 0 && digits.indexOf('P') < 0
                    ? integer(new Token(Token.Kind.INTEGER, digits, token.column()))
                            .doubleValue()
                    : Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw Problem.at(token.column(), token.text() + " is no number");
        }
    }

    private static String withoutSeparators(String digits, Token token) {
        if (digits.endsWith("_") || digits.contains("__")) {
            throw Problem.at(token.column(), "'_' must separate digits");
        }
        return digits.replace("_", "");
    }

    static int rune(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        if (!text.startsWith("\\")) {
            if (text.codePointCount(0, text.length()) != 1) {
                throw Problem.at(token.column(), token.text() + " is not one character; strings take double quotes");
            }
            return text.codePointAt(0);
        }
        int[] position = {0};
        int rune = escape(text, position, token);
        if (position[0] != text.length()) {
            throw Problem.at(token.column(), token.text() + " is not one character");
        }
        return rune;
    }

    static String string(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        if (token.text().startsWith("`") || text.indexOf('\\') < 0) {
            return text;
        }
        // Escapes such as \xff give bytes, not characters.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] position = {0};
        while (position[0] < text.length()) {
            int c = text.codePointAt(position[0]);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                position[0] += Character.charCount(c);
                continue;
            }
            char kind = text.charAt(position[0] + 1);
            int value = escape(text, position, token);
            if (kind == 'u' || kind == 'U') {
                bytes.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(value);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
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
            throw Problem.at(token.column(), "an unknown escape in " + token.text());
        }
    }
}
