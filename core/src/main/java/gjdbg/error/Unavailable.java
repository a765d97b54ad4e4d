package gjdbg.error;

/** Something that exists but cannot be had here and now: an optimised-out variable, debug information that was stripped. */
public final class Unavailable extends GjdbgException {
    private final String why;

    public Unavailable(String what, String why) {
        super(what.isEmpty() ? why : what + ": " + why);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
