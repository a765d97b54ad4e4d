package gjdbg.script;

/** Ends the script with a status of its own: gjdbg.exit(n). */
public final class ScriptExit extends RuntimeException {
    private final int status;

    public ScriptExit(int status) {
        super("gjdbg.exit(" + status + ")", null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
