package gjdbg.session;

/** One call of a hooked function, from its entry to its return; carries what the handler wants to keep. */
public final class Invocation {
    private Object attachment;

    /** What {@link #attach} was given; null before that. */
    public Object attachment() {
        return attachment;
    }

    public void attach(Object value) {
        attachment = value;
    }
}
