package gjdbg.error;

/** A system call of gjdbg's own that failed: its name, errno, and what to do. */
public final class SystemCallFailed extends GjdbgException {
    private final String call;
    private final int errno;

    /** @param advice what the user can do, as a sentence without its end mark; "" where there is none */
    public SystemCallFailed(String call, int errno, String errnoText, String advice) {
        super(call + ": " + errnoText + (advice.isEmpty() ? "" : "; " + advice));
        this.call = call;
        this.errno = errno;
    }

    public String call() {
        return call;
    }

    public int errno() {
        return errno;
    }
}
