package gjdbg.session;

import gjdbg.target.linux.SignalInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which signals stop a target by themselves: those that are about to end it, for its disposition is the default and that
 * is to terminate (signal(7)). All others are passed on silently, as Go's runtime lives on signals.
 */
final class SignalPolicy {
    static final int SIGTRAP = 5;
    /** SIGCHLD, SIGCONT, SIGURG and SIGWINCH are ignored by default; SIGSTOP, SIGTSTP, SIGTTIN and SIGTTOU stop. */
    private static final long HARMLESS = bit(17) | bit(18) | bit(23) | bit(28) | bit(19) | bit(20) | bit(21) | bit(22);

    private static final int SIGINT = 2;

    private final int pid;
    private boolean keyboard;

    SignalPolicy(int pid) {
        this.pid = pid;
    }

    /** From now on, what the keyboard's interrupt key sends to all who share the terminal is meant for gjdbg alone. */
    void takeKeyboard() {
        keyboard = true;
    }

    boolean hasKeyboard() {
        return keyboard;
    }

    /** Whether the target is not to get it. */
    boolean isOurs(SignalInfo signal) {
        return keyboard && signal.signal() == SIGINT && signal.isKernels();
    }

    boolean stops(int signal) {
        if ((HARMLESS & bit(signal)) != 0) {
            return false;
        }
        try {
            long handled = 0;
            List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
            for (String line : status) {
                if (line.startsWith("SigCgt:") || line.startsWith("SigIgn:")) {
                    handled |= Long.parseUnsignedLong(line.substring(7).strip(), 16);
                }
            }
            return (handled & bit(signal)) == 0;
        } catch (IOException e) {
            // the process is being killed: its end is the event that matters
            return false;
        }
    }

    private static long bit(int signal) {
        return 1L << (signal - 1);
    }
}
