package gjdbg.session;

/** What {@link Session#on} can listen to. */
public enum EventKind {
    STOP,
    EXIT,
    SIGNAL,
    PANIC,
    THREAD,
    FORK,
    EXEC,
    SYSCALL
}
