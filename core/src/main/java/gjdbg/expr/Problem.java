package gjdbg.expr;

import gjdbg.error.BadRequest;

/** Errors that point at a column of the expression. */
final class Problem {
    private Problem() {}

    /** @param column from 1 */
    static BadRequest at(int column, String what) {
        return new BadRequest("column " + column + " of the expression: " + what);
    }
}
