package gjdbg.expr;

/** A word of an expression, and where it begins. */
record Token(Kind kind, String text, Spot at) {
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

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}
