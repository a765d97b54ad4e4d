package gjdbg.session;

import java.util.Locale;

/** What the target does now; scripts see the name in lower case. */
public enum SessionState {
    STOPPED,
    RUNNING,
    EXITED,
    DETACHED,
    CORE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
