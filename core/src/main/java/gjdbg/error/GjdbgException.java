package gjdbg.error;

/**
 * What can go wrong, as one sealed family: each kind carries its data, and its message names the thing and what to do.
 * A value that can't be read is not an exception but a value (see {@code gjdbg.value}).
 */
public abstract sealed class GjdbgException extends RuntimeException
        permits MalformedFile, MemoryFault, SystemCallFailed, NotFound, Unavailable, TargetGone, BadRequest {
    protected GjdbgException(String message) {
        super(message);
    }

    protected GjdbgException(String message, Throwable cause) {
        super(message, cause);
    }
}
