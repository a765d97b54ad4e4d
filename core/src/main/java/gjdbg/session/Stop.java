package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.target.TargetThread;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a resumption of the target ended. Every thread is stopped then, or the target is gone.
 *
 * @param thread the one that stopped the rest; empty once the target has ended
 * @param signal the number of the signal, for SIGNAL and KILLED
 * @param exitCode for EXIT
 */
public record Stop(
        StopReason reason,
        Optional<Breakpoint> breakpoint,
        Optional<TargetThread> thread,
        OptionalInt signal,
        OptionalInt exitCode) {
    public static Stop of(StopReason reason, TargetThread thread) {
        return new Stop(reason, Optional.empty(), Optional.of(thread), OptionalInt.empty(), OptionalInt.empty());
    }

    public static Stop at(StopReason reason, Breakpoint breakpoint, TargetThread thread) {
        return new Stop(reason, Optional.of(breakpoint), Optional.of(thread), OptionalInt.empty(), OptionalInt.empty());
    }

    public static Stop signalled(int signal, TargetThread thread) {
        return new Stop(
                StopReason.SIGNAL, Optional.empty(), Optional.of(thread), OptionalInt.of(signal), OptionalInt.empty());
    }

    public static Stop exited(int status) {
        return new Stop(
                StopReason.EXIT, Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.of(status));
    }

    public static Stop killed(int signal) {
        return new Stop(
                StopReason.KILLED, Optional.empty(), Optional.empty(), OptionalInt.of(signal), OptionalInt.empty());
    }

    public boolean ended() {
        return reason == StopReason.EXIT || reason == StopReason.KILLED;
    }
}
