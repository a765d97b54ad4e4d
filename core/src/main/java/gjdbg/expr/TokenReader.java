package gjdbg.expr;

import gjdbg.error.BadRequest;
import java.util.List;

/** What the parsers of all languages do with tokens. */
abstract class TokenReader {
    static final int MAX_DEPTH = 200;
    /** Of operators of one precedence in a row, each of which has what is before it as its left side. */
    static final int MAX_CHAIN = 2000;

    final List<Token> tokens;
    int at;
    int depth;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @param assignments of the language, which people write for comparisons */
    final void expectEnd(List<String> assignments) {
        Token rest = peek();
        if (rest.kind() != Token.Kind.END) {
            boolean assigns = assignments.stream().anyMatch(rest::is);
            String hint = assigns ? "; an expression only reads, and == compares" : "";
            throw rest.at().problem("'" + rest.text() + "' is not expected here" + hint);
        }
    }

    final void expect(String operator) {
        Token token = peek();
        if (!token.is(operator)) {
            throw token.at()
                    .problem("'" + operator + "' is expected"
                            + (token.kind() == Token.Kind.END ? "" : ", not '" + token.text() + "'"));
        }
        at++;
    }

    final void deeper(Token token) {
        if (++depth > MAX_DEPTH) {
            throw tooDeep(token);
        }
    }

    static BadRequest tooDeep(Token token) {
        return token.at().problem("the expression is nested too deeply");
    }

    final Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    final Token take() {
        Token token = peek();
        at++;
        return token;
    }
}
