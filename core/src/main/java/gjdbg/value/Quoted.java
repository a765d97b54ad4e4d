package gjdbg.value;

import gjdbg.bytes.Utf8;

/** Text in quotes, with what is not to be printed, and bytes that are no UTF-8, escaped as Go's strconv.Quote does. */
final class Quoted {
    /** What Java puts in the place of bytes that are no UTF-8; text may have one of its own. */
    static final char REPLACEMENT = '\ufffd';

    private static final String NAMED = "abfnrtv";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";
    private static final int PRINTABLE = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER
            | 1 << Character.DASH_PUNCTUATION
            | 1 << Character.START_PUNCTUATION
            | 1 << Character.END_PUNCTUATION
            | 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.OTHER_PUNCTUATION
            | 1 << Character.INITIAL_QUOTE_PUNCTUATION
            | 1 << Character.FINAL_QUOTE_PUNCTUATION
            | 1 << Character.MATH_SYMBOL
            | 1 << Character.CURRENCY_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL
            | 1 << Character.OTHER_SYMBOL;

    private Quoted() {}

    /** Where to cut the text so that it has at most so many UTF-16 units and no half of a character. */
    static int end(String text, int most) {
        return text.length() <= most
                ? text.length()
                : Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    static void append(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            append(character, out);
            i += Character.charCount(character);
        }
        out.append('"');
    }

    /**
     * @param most how many characters are shown
     * @return whether those are all
     */
    static boolean append(byte[] bytes, int most, StringBuilder out) {
        out.append('"');
        int i = 0;
        for (int shown = 0; i < bytes.length && shown < most; shown++) {
            int length = Utf8.length(bytes, i);
            if (length == 0) {
                hexadecimal('x', bytes[i] & 0xff, 2, out);
                i++;
            } else {
                append(Utf8.character(bytes, i, length), out);
                i += length;
            }
        }
        out.append('"');
        return i == bytes.length;
    }

    /** As Go's strconv.IsPrint says. */
    static boolean isPrintable(int character) {
        return character >= ' ' && character < 0x7f || (PRINTABLE >> Character.getType(character) & 1) != 0;
    }

    private static void append(int character, StringBuilder out) {
        if (character == '"' || character == '\\') {
            out.append('\\').append((char) character);
        } else if (ESCAPED.indexOf(character) >= 0) {
            out.append('\\').append(NAMED.charAt(ESCAPED.indexOf(character)));
        } else if (isPrintable(character)) {
            out.appendCodePoint(character);
        } else if (character <= 0x7f) {
            hexadecimal('x', character, 2, out);
        } else {
            hexadecimal(character > 0xffff ? 'U' : 'u', character, character > 0xffff ? 8 : 4, out);
        }
    }

    private static void hexadecimal(char letter, int value, int digits, StringBuilder out) {
        out.append('\\').append(letter);
        for (int i = digits - 1; i >= 0; i--) {
            out.append(Character.forDigit(value >> 4 * i & 15, 16));
        }
    }
}
