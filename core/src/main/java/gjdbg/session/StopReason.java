package gjdbg.session;

import java.util.Locale;

/** Why a target stopped; scripts see the name in lower case. */
public enum StopReason {
    ENTRY,
    BREAKPOINT,
    HOOK,
    WATCHPOINT,
    STEP,
    SIGNAL,
    PANIC,
    INTERRUPT,
    FORK,
    EXEC,
    SYSCALL,
    EXIT,
    KILLED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
