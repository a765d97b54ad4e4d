package gjdbg.session;

/** Unwinds the script's calls after {@link Session#requestEnd}: the user or the system wants gjdbg to end. */
public final class SessionEnding extends RuntimeException {
    public SessionEnding() {
        super("gjdbg was asked to end");
    }
}
