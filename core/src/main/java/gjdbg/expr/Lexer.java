package gjdbg.expr;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens (The Go Programming Language Specification, "Lexical elements"). */
final class Lexer {
    /** Longer ones first, so that each is found whole. */
    private static final String[] OF_GO = {
        "...", "&^", "<<", ">>", "&&", "||", "==", "!=", "<=", ">=", "<-", ":=", "->", "+", "-", "*", "/", "%", "&",
        "|", "^", "<", ">", "!", "(", ")", "[", "]", "{", "}", ".", ",", ":", "=", ";"
    };

    private static final String[] OF_C = {
        "...", "<<", ">>", "&&", "||", "==", "!=", "<=", ">=", "->", "++", "--", "+", "-", "*", "/", "%", "&", "|", "^",
        "<", ">", "!", "~", "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "=", ";"
    };

    /** Finds what looks like several tokens and is one word: where it ends, or the start where there is none. */
    interface Paths {
        int endAt(String text, int start);
    }

    private static final Paths NONE = (text, start) -> start;

    private final String text;
    private final boolean c;
    private final Paths paths;
    private int at;
    private boolean afterDot;

    private Lexer(String text, boolean c, Paths paths) {
        this.text = text;
        this.c = c;
        this.paths = paths;
    }

    /** Go's, the last one of kind END. */
    static List<Token> tokens(String text) {
        return tokens(text, NONE);
    }

    /** @param paths of packages, which become strings, as if they stood in quotes */
    static List<Token> tokens(String text, Paths paths) {
        return new Lexer(text, false, paths).all();
    }

    /** C's (C11, section 6.4), the last one of kind END. */
    static List<Token> tokensOfC(String text) {
        return new Lexer(text, true, NONE).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(next());
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
        char first = text.charAt(at);
        Token.Kind kind;
        boolean path = !afterDot && letter(text.codePointAt(at));
        at = path ? paths.endAt(text, at) : at;
        if (at > start) {
            return new Token(Token.Kind.STRING, '"' + text.substring(start, at) + '"', spot(start));
        }
        if (letter(text.codePointAt(at))) {
            kind = Token.Kind.NAME;
            while (at < text.length() && (letter(text.codePointAt(at)) || Character.isDigit(text.codePointAt(at)))) {
                at += Character.charCount(text.codePointAt(at));
            }
        } else if (digit(first) || first == '.' && at + 1 < text.length() && digit(text.charAt(at + 1))) {
            kind = number();
        } else if (first == '"' || first == '\'') {
            kind = first == '"' ? Token.Kind.STRING : Token.Kind.RUNE;
            quoted(first);
        } else if (first == '`' && !c) {
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
        Token token = new Token(kind, text.substring(start, at), spot(start));
        afterDot = token.is(".");
        return token;
    }

    private Spot spot(int index) {
        return new Spot(text, index + 1);
    }

    private String operator() {
        for (String operator : c ? OF_C : OF_GO) {
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
            char next = text.charAt(at);
            boolean exponent = hex ? next == 'p' || next == 'P' : !based && (next == 'e' || next == 'E');
            if (exponent) {
                kind = Token.Kind.FLOAT;
                boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
                at += signed ? 2 : 1;
            } else if (next == '.') {
                kind = Token.Kind.FLOAT;
                at++;
            } else if (digit(next) || next == '_' || hex && Character.digit(next, 16) >= 0) {
                at++;
            } else {
                break;
            }
        }
        if (c) {
            while (at < text.length() && "uUlLfF".indexOf(text.charAt(at)) >= 0) {
                kind = "fF".indexOf(text.charAt(at)) >= 0 ? Token.Kind.FLOAT : kind;
                at++;
            }
        } else if (at < text.length() && text.charAt(at) == 'i') {
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
