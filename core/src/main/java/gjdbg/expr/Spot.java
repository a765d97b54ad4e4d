package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import java.util.List;
import java.util.Objects;

/**
 * A place in the text of an expression, for errors that show it: the text on a line of its own, and a caret below.
 *
 * @param column from 1, in UTF-16 units
 */
record Spot(String text, int column) {
    /** What is shown of a long expression, before and after the column. */
    private static final int BEFORE = 60;

    private static final int AFTER = 40;

    Spot {
        Objects.requireNonNull(text);
    }

    BadRequest problem(String what) {
        return new BadRequest("column " + column + " of the expression: " + what + excerpt());
    }

    NotFound notFound(String kind, String name, List<String> closest) {
        return new NotFound(kind, name, closest, excerpt());
    }

    /** @param hint to follow the message */
    NotFound notFound(String kind, String name, List<String> closest, String hint) {
        return new NotFound(kind, name, closest, hint + excerpt());
    }

    Unavailable unavailable(String why) {
        return new Unavailable("", why, excerpt());
    }

    private String excerpt() {
        int at = Math.min(column - 1, text.length());
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.length(), at + AFTER);
        String shown = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        int caret = at - from + (from > 0 ? 1 : 0);
        // each control character, a tab or a line's end, takes one column
        return "\n  " + shown.replaceAll("\\p{Cntrl}", " ") + "\n  " + " ".repeat(caret) + "^";
    }
}
