package gjdbg.error;

/** Something that exists but cannot be had here and now: an optimised-out variable, debug information that was stripped. */
public final class Unavailable extends GjdbgException {
    private final String why;

    public Unavailable(String what, String why) {
        this(what, why, "");
    }

    /** @param where lines that show the place of what is missing, to follow the message */
    public Unavailable(String what, String why, String where) {
        super((what.isEmpty() ? why : what + ": " + why) + where);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
