package gjdbg.target.linux;

import java.util.OptionalInt;

/** The parts of a status that waitpid(2) gives, as its macros take them. */
final class WaitStatus {
    private WaitStatus() {}

    static boolean stopped(int status) {
        return (status & 0xff) == 0x7f;
    }

    static int stopSignal(int status) {
        return status >> 8 & 0xff;
    }

    /** PTRACE_EVENT_…, 0 for none. */
    static int event(int status) {
        return status >>> 16;
    }

    static OptionalInt exitStatus(int status) {
        return (status & 0x7f) == 0 ? OptionalInt.of(status >> 8 & 0xff) : OptionalInt.empty();
    }

    static OptionalInt killingSignal(int status) {
        return (status & 0x7f) != 0 ? OptionalInt.of(status & 0x7f) : OptionalInt.empty();
    }
}
