package gjdbg.expr;

import gjdbg.type.CTypeNames;
import gjdbg.type.Type;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What literals of C mean (C11, section 6.4.4). */
final class CLiterals {
    private static final Pattern STRING_PART =
            Pattern.compile("\\\\(?:x[0-9a-fA-F]*|[0-7]{1,3}|.)|[^\\\\]+", Pattern.DOTALL);

    private CLiterals() {}

    /** Of the first type in the standard's list that can hold it. */
    static Operand integer(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        int end = text.length();
        while (end > 0 && "ul".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String suffix = text.substring(end);
        BigInteger value = Literals.integer(new Token(Token.Kind.INTEGER, text.substring(0, end), token.at()));
        boolean unsigned = suffix.contains("u");
        boolean decimal = !text.startsWith("0") || text.length() == 1;
        int longs = suffix.replace("u", "").length();
        if (longs > 2 || suffix.chars().filter(c -> c == 'u').count() > 1) {
            throw token.at().problem("'" + suffix + "' is no suffix of integers");
        }
        String length = longs == 2 ? "long long " : "long ";
        if (longs == 0 && !unsigned && value.bitLength() < 32) {
            return of("int", value);
        }
        if (longs == 0 && (unsigned || !decimal) && value.bitLength() <= 32) {
            return of("unsigned int", value);
        }
        if (!unsigned && value.bitLength() < 64) {
            return of(length + "int", value);
        }
        if ((unsigned || !decimal) && value.bitLength() <= 64) {
            return of(length + "unsigned int", value);
        }
        throw token.at().problem("the constant " + value + " does not fit into any integer type");
    }

    private static Operand of(String type, BigInteger value) {
        return new Operand.Integer(CTypeNames.basic(type).orElseThrow(), value.longValue());
    }

    static Operand real(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        boolean hex = text.startsWith("0x");
        char last = text.charAt(text.length() - 1);
        boolean single = last == 'f' && (!hex || text.indexOf('p') > 0);
        if (last == 'l') {
            throw token.at().problem("gjdbg does not compute with numbers of type long double");
        }
        String digits = single ? text.substring(0, text.length() - 1) : text;
        Rational value = Literals.real(new Token(Token.Kind.FLOAT, digits, token.at()));
        Type type = CTypeNames.basic(single ? "float" : "double").orElseThrow();
        return new Operand.Real(type, single ? value.toFloat() : value.toDouble());
    }

    /** An int, as in C. */
    static Operand character(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        int value;
        if (text.startsWith("\\") && text.length() > 1) {
            value = escape(text.substring(1), token);
        } else if (text.length() == 1 && text.charAt(0) < 0x80) {
            value = text.charAt(0);
        } else {
            throw token.at().problem(token.text() + " is not one character of one byte");
        }
        return new Operand.Integer(CTypeNames.basic("int").orElseThrow(), (byte) value);
    }

    /** The bytes of a string literal without the null character that ends it, other characters than ASCII's as UTF-8. */
    static byte[] string(Token token) {
        String text = token.text().substring(1, token.text().length() - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher parts = STRING_PART.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            if (part.startsWith("\\")) {
                bytes.write(escape(part.substring(1), token));
            } else {
                bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int escape(String text, Token token) {
        int plain = "abfnrtv\\'\"?".indexOf(text.charAt(0));
        if (plain >= 0 && text.length() == 1) {
            return "\u0007\b\f\n\r\t\u000b\\'\"?".charAt(plain);
        }
        boolean hex = text.charAt(0) == 'x';
        String digits = hex ? text.substring(1) : text;
        if (digits.matches(hex ? "[0-9a-fA-F]{1,2}" : "[0-3]?[0-7]{1,2}")) {
            return Integer.parseInt(digits, hex ? 16 : 8);
        }
        throw token.at().problem("an unknown escape in " + token.text());
    }
}
