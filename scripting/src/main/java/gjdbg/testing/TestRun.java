package gjdbg.testing;

import gjdbg.error.GjdbgException;
import gjdbg.script.ScriptErrors;
import gjdbg.script.ScriptHost;
import gjdbg.session.LiveSession;
import gjdbg.session.SessionEnding;
import gjdbg.session.SessionState;
import gjdbg.session.StopReason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** One test on a session: it runs, is watched by a clock, and ends with a result, whatever it does. */
final class TestRun {
    /** For the file to be loaded, which it was once already by the runner. */
    private static final Duration LOADING = Duration.ofSeconds(30);

    private static final long RUNNING_OUT_MILLIS = 1000;
    private static final long GRACE_MILLIS = 5000;

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
    private final Bridge bridge = new Bridge();
    private final HostFunctions functions;
    private volatile boolean scriptBusy;
    /** The test, or the clock, has said that the script no longer runs. */
    private final CountDownLatch answered = new CountDownLatch(1);
    /** The clock will not interrupt the script any more. */
    private final CountDownLatch interrupted = new CountDownLatch(1);

    /** @param report for a result that can't wait for the script to end */
    TestRun(Job job, ScriptHost host, Optional<LiveSession> session, Consumer<Map<String, Object>> report) {
        this.job = job;
        this.host = host;
        this.session = session;
        this.report = report;
        functions = new HostFunctions(job, session);
    }

    Map<String, Object> run() {
        long start = System.nanoTime();
        Thread clock = watch(LOADING);
        Map<String, Object> result;
        try {
            load();
            if (phase.compareAndSet(Phase.RUNNING, Phase.DONE)) {
                // the test's own time begins now
                clock.interrupt();
                clock.join();
                phase.set(Phase.RUNNING);
                start = System.nanoTime();
                clock = watch(job.timeout());
            }
            result = test();
        } catch (PolyglotException e) {
            result = failure(e);
        } catch (GjdbgException e) {
            result = Worker.failure("error", e.getMessage());
        } catch (SessionEnding e) {
            result = Worker.failure("timeout", "");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        boolean inTime = phase.compareAndSet(Phase.RUNNING, Phase.DONE);
        result.put("millis", (System.nanoTime() - start) / 1_000_000);
        if (inTime) {
            clock.interrupt();
            return result;
        }
        return timedOut(result);
    }

    private void load() {
        functions.offerTo(bridge);
        host.offer(Bridge.NAME, bridge.object());
        if (session.isPresent()) {
            host.run(session.get());
        } else {
            host.run("the test has no option target, and the command line no --target");
        }
    }

    private Map<String, Object> test() {
        bridge.call("run", job.index(), String.join("\n", job.titles()));
        Value outcome = bridge.call("outcome");
        return outcome.isNull()
                ? Worker.failure("error", "the test waits for a promise that nothing settles")
                : result(outcome.asString());
    }

    private Map<String, Object> failure(PolyglotException e) {
        if (host.exitStatus().isPresent()) {
            return Worker.failure("error", "the test called gjdbg.exit(), which ends a script, not a test");
        }
        Map<String, Object> result = Worker.failure("load", ScriptErrors.text(e));
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            SourceSection at = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (at != null && at.getSource().getName().equals(job.file())) {
                addPlace(result, at);
                break;
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private void addPlace(Map<String, Object> result, SourceSection at) {
        Map<String, Object> failure = (Map<String, Object>) result.get("failure");
        failure.put("place", place(at));
        functions.code(job.file(), at.getStartLine()).ifPresent(code -> failure.put("code", code));
    }

    private static Map<String, Object> place(SourceSection at) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("file", at.getSource().getName());
        place.put("line", (double) at.getStartLine());
        place.put("column", (double) at.getStartColumn());
        return place;
    }

    private static Map<String, Object> result(String json) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("failure", Data.read(json).members().get("failure"));
        return result;
    }

    /** From a thread of its own, makes a test end that takes longer. */
    private Thread watch(Duration limit) {
        return Thread.ofPlatform().daemon().name("test clock").start(() -> {
            try {
                Thread.sleep(limit);
                if (phase.compareAndSet(Phase.RUNNING, Phase.TIMED_OUT)) {
                    end();
                }
            } catch (InterruptedException e) {
                // it has ended in time
            }
        });
    }

    private void end() throws InterruptedException {
        session.ifPresent(LiveSession::requestEnd);
        if (!answered.await(RUNNING_OUT_MILLIS, TimeUnit.MILLISECONDS)) {
            scriptBusy = true;
            host.interrupt(Duration.ofMillis(GRACE_MILLIS));
        }
        interrupted.countDown();
        if (!answered.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            // the thread that owns ptrace does not answer: the target dies with this process
            report.accept(timeout());
            Runtime.getRuntime().halt(1);
        }
    }

    private Map<String, Object> timeout() {
        return Worker.failure(
                "timeout",
                "the test took longer than " + Durations.text(job.timeout())
                        + (scriptBusy ? "; the script was busy itself, it did not wait for the target" : ""));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> timedOut(Map<String, Object> ended) {
        answered.countDown();
        try {
            interrupted.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> result = timeout();
        result.put("millis", ended.get("millis"));
        Map<String, Object> failure = (Map<String, Object>) result.get("failure");
        if (ended.get("failure") instanceof Map<?, ?> where) {
            for (String each : new String[] {"place", "code", "stack"}) {
                Object value = where.get(each);
                if (value != null) {
                    failure.put(each, value);
                }
            }
        }
        if (bridge.registered() && session.isPresent() && session.get().state() == SessionState.STOPPED) {
            failure.putAll(standing());
        }
        return result;
    }

    /** How the target stands; JavaScript reads it, which works again once the test was interrupted. */
    private Map<String, Object> standing() {
        try {
            return Data.read(bridge.call("stacks").asString()).members();
        } catch (PolyglotException e) {
            return Map.of("problem", "no stacks: " + e.getMessage());
        }
    }

    /** Whether the target waits for its first resumption and something is set that a run would meet. */
    static boolean isReady(LiveSession session) {
        return session.state() == SessionState.STOPPED
                && session.lastStop().reason() == StopReason.ENTRY
                && (session.isListened() || !session.breakpoints().isEmpty());
    }
}
