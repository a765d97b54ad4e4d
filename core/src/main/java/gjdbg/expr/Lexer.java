package gjdbg.expr;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens (The Go Programming Language Specification, "Lexical elements"). */
final class Lexer {
    /** Longer ones first, so that each is found whole. */
    private static final String[] OPERATORS = {
        "...", "&^", "<<", ">>", "&&", "||", "==", "!=", "<=", ">=", "<-", ":=", "->", "+", "-", "*", "/", "%", "&",
        "|", "^", "<", ">", "!", "(", ")", "[", "]", "{", "}", ".", ",", ":", "=", ";"
    };

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All the tokens, the last one of kind END. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", spot(start));
        }
        char c = text.charAt(at);
        Token.Kind kind;
        if (letter(text.codePointAt(at))) {
            kind = Token.Kind.NAME;
            while (at < text.length() && (letter(text.codePointAt(at)) || Character.isDigit(text.codePointAt(at)))) {
                at += Character.charCount(text.codePointAt(at));
            }
        } else if (digit(c) || c == '.' && at + 1 < text.length() && digit(text.charAt(at + 1))) {
            kind = number();
        } else if (c == '"' || c == '\'') {
            kind = c == '"' ? Token.Kind.STRING : Token.Kind.RUNE;
            quoted(c);
        } else if (c == '`') {
            kind = Token.Kind.STRING;
            int end = text.indexOf('`', at + 1);
            if (end < 0) {
                throw spot(start).problem("the string is not ended by a `");
            }
            at = end + 1;
        } else {
            kind = Token.Kind.OPERATOR;
            at += operator().length();
        }
        return new Token(kind, text.substring(start, at), spot(start));
    }

    private Spot spot(int index) {
        return new Spot(text, index + 1);
    }

    private String operator() {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                return operator;
            }
        }
        throw spot(at).problem("'" + Character.toString(text.codePointAt(at)) + "' has no place in an expression");
    }

    private void quoted(char quote) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw spot(start).problem("the " + (quote == '"' ? "string" : "rune") + " is not ended by a " + quote);
        }
        at++;
    }

    private Token.Kind number() {
        boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
        boolean based = hex
                || text.startsWith("0b", at)
                || text.startsWith("0B", at)
                || text.startsWith("0o", at)
                || text.startsWith("0O", at);
        at += based ? 2 : 0;
        Token.Kind kind = Token.Kind.INTEGER;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponent = hex ? c == 'p' || c == 'P' : !based && (c == 'e' || c == 'E');
            if (exponent) {
                kind = Token.Kind.FLOAT;
                boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
                at += signed ? 2 : 1;
            } else if (c == '.') {
                kind = Token.Kind.FLOAT;
                at++;
            } else if (digit(c) || c == '_' || hex && Character.digit(c, 16) >= 0) {
                at++;
            } else {
                break;
            }
        }
        if (at < text.length() && text.charAt(at) == 'i') {
            at++;
            kind = Token.Kind.IMAGINARY;
        }
        return kind;
    }

    private static boolean letter(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
