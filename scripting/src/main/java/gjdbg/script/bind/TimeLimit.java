package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.session.Session;
import java.time.Duration;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/** The time after which the target is stopped: {@code target.continue({ timeout: 5000 })}. */
final class TimeLimit {
    private TimeLimit() {}

    /** What the options ask for, a number of milliseconds. */
    static Optional<Duration> of(Value[] arguments) {
        if (arguments.length == 0 || arguments[0].isNull()) {
            return Optional.empty();
        }
        Options.require(arguments[0], "continue()", "timeout");
        Optional<Value> asked = Arguments.member(arguments[0], "timeout");
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Value limit = asked.get();
        if (!limit.isNumber() || !(limit.asDouble() >= 1) || limit.asDouble() > Integer.MAX_VALUE) {
            throw new BadRequest("a timeout has to be a number of milliseconds, not " + Arguments.told(limit));
        }
        return Optional.of(Duration.ofMillis((long) limit.asDouble()));
    }

    /** Does what lets the target run, and interrupts it when the time is over. */
    static void run(Session session, Duration limit, Runnable resumption) {
        Thread clock = new Thread(
                () -> {
                    try {
                        Thread.sleep(limit);
                        session.interrupt();
                    } catch (InterruptedException e) {
                        // it has stopped before
                        Thread.currentThread().interrupt();
                    }
                },
                "time limit");
        clock.setDaemon(true);
        clock.start();
        try {
            resumption.run();
        } finally {
            clock.interrupt();
        }
    }
}
