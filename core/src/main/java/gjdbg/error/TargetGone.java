package gjdbg.error;

/** The target has ended, or was let go, so there is nothing left to ask. */
public final class TargetGone extends GjdbgException {
    private final String status;

    /** @param status how it ended: "exited with status 3", "was killed by SIGKILL", "is detached" */
    public TargetGone(int pid, String status) {
        super("process " + pid + " " + status);
        this.status = status;
    }

    public String status() {
        return status;
    }
}
