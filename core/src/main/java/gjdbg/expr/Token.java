package gjdbg.expr;

/**
 * A word of an expression.
 *
 * @param column of its first character, from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        NAME,
        INTEGER,
        FLOAT,
        IMAGINARY,
        RUNE,
        STRING,
        OPERATOR,
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }
}
