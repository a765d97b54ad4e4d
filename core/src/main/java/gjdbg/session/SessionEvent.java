package gjdbg.session;

import gjdbg.target.TargetThread;
import java.util.Optional;

/**
 * Something that happened in the target.
 *
 * @param number the signal, exit status, new thread's or child's id, or system call number; 0 where there is none
 * @param detail "entry" or "exit" of a system call; else ""
 */
public record SessionEvent(EventKind kind, Optional<TargetThread> thread, long number, String detail) {}
