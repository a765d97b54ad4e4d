package gjdbg.repl;

import gjdbg.error.BadRequest;

/** Pieces of JavaScript made of what people type. */
final class Text {
    private Text() {}

    /** A string literal. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    /** The contract's {@code where}: a line alone is one of the chosen frame's file. */
    static String where(String text) {
        if (text.matches("[0-9]+")) {
            return "`${frame.file}:" + text + "`";
        }
        if (text.matches("0x[0-9a-fA-F]+")) {
            return "'*" + text + "'";
        }
        return isRegExp(text) ? text : quoted(text);
    }

    private static boolean isRegExp(String text) {
        return text.length() > 2 && text.startsWith("/") && text.matches("/.+/[a-z]*");
    }

    /** A pattern over names: nothing, a part of them, or a regular expression. */
    static String pattern(String text) {
        return text.isEmpty() || isRegExp(text) ? text : quoted(text);
    }

    static String number(Word word, String text) {
        if (!text.matches("[0-9]{1,15}")) {
            throw word.wrong(text.isEmpty() ? "a number is wanted" : "'" + text + "' is no number");
        }
        return text;
    }

    static String required(String text, String what) {
        if (text.isEmpty()) {
            throw new BadRequest(what);
        }
        return text;
    }
}
