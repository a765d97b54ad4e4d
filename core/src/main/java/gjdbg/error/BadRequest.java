package gjdbg.error;

/** A call that makes no sense as it stands: wrong usage, a wrong kind of argument, a file that can't be used. */
public final class BadRequest extends GjdbgException {
    public BadRequest(String message) {
        super(message);
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
