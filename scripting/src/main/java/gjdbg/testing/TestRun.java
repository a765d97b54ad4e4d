package gjdbg.testing;

import gjdbg.error.GjdbgException;
import gjdbg.script.ScriptErrors;
import gjdbg.script.ScriptHost;
import gjdbg.script.bind.ScriptStack;
import gjdbg.session.LiveSession;
import gjdbg.session.SessionEnding;
import gjdbg.session.SessionState;
import gjdbg.session.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** One test on a session: it runs, is watched by a clock, and ends with a result, whatever it does. */
final class TestRun {
    private static final long GRACE_MILLIS = 3000;

    private enum Phase {
        RUNNING,
        DONE,
        TIMED_OUT
    }

    private final Job job;
    private final ScriptHost host;
    private final Optional<LiveSession> session;
    private final Consumer<Map<String, Object>> report;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.RUNNING);
    private final Bridge bridge = Bridge.collecting();
    private volatile String scriptAt = "";

    /** @param report for a result that can't wait for the script to end */
    TestRun(Job job, ScriptHost host, Optional<LiveSession> session, Consumer<Map<String, Object>> report) {
        this.job = job;
        this.host = host;
        this.session = session;
        this.report = report;
    }

    Map<String, Object> run() {
        long start = System.nanoTime();
        Thread clock = Thread.ofPlatform().daemon().name("test clock").start(this::watch);
        Map<String, Object> result = outcome();
        boolean inTime = phase.compareAndSet(Phase.RUNNING, Phase.DONE);
        result.put("millis", (System.nanoTime() - start) / 1_000_000);
        if (inTime) {
            clock.interrupt();
            return result;
        }
        return timedOut(result);
    }

    private Map<String, Object> outcome() {
        try {
            new HostFunctions(job, session).offerTo(bridge);
            host.offer(Bridge.NAME, bridge.object());
            if (session.isPresent()) {
                host.run(session.get());
            } else {
                host.run("the test has no option target, and the command line no --target");
            }
            bridge.call("run", job.index(), String.join("\n", job.titles()));
            Value outcome = bridge.call("outcome");
            if (outcome.isNull()) {
                return Worker.failure("error", "the test waits for a promise that nothing settles");
            }
            return result(outcome.asString());
        } catch (PolyglotException e) {
            scriptAt = ScriptStack.of(e);
            if (host.exitStatus().isPresent()) {
                return Worker.failure("error", "the test called gjdbg.exit(), which ends a script, not a test");
            }
            return Worker.failure("load", ScriptErrors.text(e));
        } catch (GjdbgException e) {
            return Worker.failure("error", e.getMessage());
        } catch (SessionEnding e) {
            return Worker.failure("timeout", "");
        }
    }

    private static Map<String, Object> result(String json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("failure", Data.read(json).members().get("failure"));
        return result;
    }

    /** On a thread of its own: makes a test that takes too long end. */
    private void watch() {
        try {
            Thread.sleep(job.timeout());
            if (!phase.compareAndSet(Phase.RUNNING, Phase.TIMED_OUT)) {
                return;
            }
            session.ifPresent(LiveSession::requestEnd);
            Thread.sleep(20);
            host.interrupt(java.time.Duration.ofMillis(GRACE_MILLIS));
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            return;
        }
        // the thread that owns ptrace does not answer: the target dies with this process
        report.accept(timeout());
        Runtime.getRuntime().halt(1);
    }

    private Map<String, Object> timeout() {
        return Worker.failure("timeout", "the test took longer than " + Durations.text(job.timeout()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> timedOut(Map<String, Object> interrupted) {
        Map<String, Object> result = timeout();
        result.put("millis", interrupted.get("millis"));
        Map<String, Object> failure = (Map<String, Object>) result.get("failure");
        if (interrupted.get("failure") instanceof Map<?, ?> where) {
            for (String each : new String[] {"place", "code", "stack"}) {
                Object value = where.get(each);
                if (value != null) {
                    failure.put(each, value);
                }
            }
        }
        if (session.isPresent() && session.get().state() == SessionState.STOPPED) {
            failure.putAll(standing());
        }
        return result;
    }

    /** How the target stands; JavaScript reads it, which works again once the test was interrupted. */
    private Map<String, Object> standing() {
        for (int i = 0; i < 3; i++) {
            try {
                return Data.read(bridge.call("stacks").asString()).members();
            } catch (PolyglotException e) {
                // an interrupt that came late hits this call
                if (!e.isInterrupted()) {
                    return Map.of("problem", "no stacks: " + e.getMessage());
                }
            }
        }
        return Map.of("problem", "no stacks: interrupted");
    }

    /** Whether the target waits for its first resumption and something is set that a run would meet. */
    static boolean isReady(LiveSession session) {
        return session.state() == SessionState.STOPPED
                && session.lastStop().reason() == StopReason.ENTRY
                && (session.isListened() || !session.breakpoints().isEmpty());
    }
}
