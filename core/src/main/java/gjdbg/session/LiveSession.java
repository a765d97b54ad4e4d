package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.core.DumpProgress;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A session on a live process, launched or attached. */
public final class LiveSession extends ProgramSession {
    private final LiveProcess process;
    private final Requests requests;
    private final Engine engine;
    private SessionState state;
    private Optional<Stop> lastStop = Optional.empty();

    private LiveSession(LiveProcess process, SessionState state) {
        this.process = process;
        this.state = state;
        requests = new Requests(process);
        engine = new Engine(process, requests);
        if (state == SessionState.STOPPED) {
            entered();
        }
    }

    private void entered() {
        lastStop = Optional.of(
                Stop.of(StopReason.ENTRY, process.threads().stream().findFirst().orElseThrow()));
    }

    /** Starts a program, stopped before its first instruction. See {@link LiveProcess#launch}. */
    public static LiveSession launch(LaunchRequest request) {
        return over(LiveProcess.launch(request), SessionState.STOPPED);
    }

    /**
     * Takes over a running process, every thread stopped. What it knows ahead of it was read while it ran, which makes its
     * stand shorter.
     */
    public static LiveSession attach(int pid) {
        LiveSession session = watch(pid);
        session.begin();
        return session;
    }

    /** Looks at a running process, which can only be read from until {@link #begin}. See {@link LiveProcess#watch}. */
    public static LiveSession watch(int pid) {
        return over(LiveProcess.watch(pid), SessionState.RUNNING);
    }

    /** Stops every thread of a process that was watched. See {@link LiveProcess#seize}. */
    @Override
    public void begin() {
        if (state != SessionState.RUNNING || lastStop.isPresent()) {
            return;
        }
        engine.rehearse(ProgramView.REHEARSAL);
        process.seize();
        try {
            engine.seized();
            entered();
            state = SessionState.STOPPED;
        } catch (RuntimeException | Error e) {
            process.detachAll();
            throw e;
        }
    }

    /** Does ahead what the first session would wait for; from any thread. */
    public static void prepare() {
        LiveProcess.loadNativeCode();
    }

    private static LiveSession over(LiveProcess process, SessionState state) {
        try {
            return new LiveSession(process, state);
        } catch (RuntimeException | Error e) {
            if (process.launched()) {
                process.kill();
            } else {
                process.detachAll();
            }
            throw e;
        }
    }

    @Override
    public Target target() {
        return engine.target();
    }

    @Override
    ProgramView view() {
        return engine.view();
    }

    @Override
    public SessionState state() {
        return engine.conductor().busy() ? SessionState.RUNNING : state;
    }

    @Override
    public Stop lastStop() {
        return lastStop.orElseThrow(() -> new BadRequest("the target runs: nothing has stopped it yet"));
    }

    @Override
    public Stop resume() {
        requireThere();
        return stopped(engine.run());
    }

    @Override
    public void interrupt() {
        requests.interrupt();
    }

    /**
     * Of a target that shares the terminal, as a launched one does: the SIGINT that Ctrl-C there sends to both is from now
     * on for gjdbg alone. Those of other processes still reach the target.
     */
    public void takeKeyboard() {
        if (process.launched() || process.sharesProcessGroup()) {
            engine.signals().takeKeyboard();
            process.keepFromTarget(engine.signals()::isOurs);
        }
    }

    @Override
    public void requestEnd() {
        requests.end();
    }

    @Override
    public void kill() {
        requireThere();
        if (engine.conductor().busy()) {
            throw new BadRequest(
                    "the target can't be killed from within a handler; return 'stop' and kill it after that");
        }
        process.kill();
        state = SessionState.EXITED;
        lastStop = Optional.of(Stop.killed(9));
    }

    @Override
    public void detach() {
        requireThere();
        if (engine.conductor().busy()) {
            throw new BadRequest(
                    "the target can't be let go from within a handler; return 'stop' and detach after that");
        }
        engine.takeOut();
        new Keyboard(process, engine.signals()).dropInterrupts();
        process.detachAll();
        state = SessionState.DETACHED;
    }

    @Override
    public Breakpoint addBreakpoint(Where where, Condition condition) {
        requireThere();
        return engine.breakpoints().add(where, locations -> new ConditionTrigger(condition));
    }

    @Override
    public Breakpoint addHook(Where where, HookHandler handler) {
        requireThere();
        return engine.addHook(where, handler);
    }

    @Override
    public boolean isListened() {
        return engine.listeners().any();
    }

    @Override
    public List<Breakpoint> breakpoints() {
        return engine.breakpoints().all();
    }

    @Override
    public Stop step(TargetThread thread, StepKind kind) {
        requireThere();
        return engine.stepper(this::resume).step(thread, kind);
    }

    @Override
    public Stop stepInstruction(TargetThread thread) {
        requireThere();
        if (!(thread instanceof LiveThread live)) {
            throw new BadRequest("thread " + thread.id() + " is not one of this process");
        }
        return stopped(engine.stepInstruction(live));
    }

    private Stop stopped(Stop stop) {
        lastStop = Optional.of(stop);
        if (stop.ended()) {
            state = SessionState.EXITED;
        }
        return stop;
    }

    @Override
    public void dump(FileChannel file, DumpProgress progress) throws IOException {
        requireThere();
        if (engine.conductor().busy()) {
            throw new BadRequest(
                    "the target can't be dumped from within a handler; return 'stop' and dump it after that");
        }
        int first = lastStop().thread().map(TargetThread::id).orElse(process.pid());
        // a test that took too long is dumped when its end was asked for already
        boolean wasEnding = requests.isEnding();
        process.dump(first, engine.target().memory(), file, (done, total) -> {
            if (!wasEnding) {
                requests.requireGoingOn();
            }
            progress.reached(done, total);
        });
    }

    @Override
    public void on(EventKind kind, Function<SessionEvent, Verdict> handler) {
        engine.listeners().add(Objects.requireNonNull(kind), Objects.requireNonNull(handler));
    }

    @Override
    public void close() {
        if (state != SessionState.STOPPED) {
            return;
        }
        try {
            if (process.launched()) {
                process.kill();
                state = SessionState.EXITED;
            } else {
                detach();
            }
        } catch (TargetGone e) {
            // it ended by itself, which is as good
            state = SessionState.EXITED;
        }
    }

    private void requireThere() {
        switch (state) {
            case STOPPED, RUNNING -> lastStop();
            case EXITED ->
                throw new TargetGone(
                        process.pid(),
                        lastStop().exitCode().isPresent()
                                ? "has exited with status "
                                        + lastStop().exitCode().getAsInt()
                                : "was killed by signal " + lastStop().signal().orElse(0));
            case DETACHED -> throw new TargetGone(process.pid(), "was let go (detached)");
            case CORE -> throw new BadRequest("a core can't be resumed");
        }
    }
}
