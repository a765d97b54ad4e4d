package gjdbg.session;

/** What the target does after a handler has seen an event. */
public enum Verdict {
    GO_ON,
    STOP
}
