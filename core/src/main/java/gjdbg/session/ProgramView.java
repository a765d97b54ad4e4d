package gjdbg.session;

import gjdbg.error.GjdbgException;
import gjdbg.expr.Expressions;
import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoRuntimes;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Program;
import gjdbg.symbol.ProgramLoader;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.unwind.Frame;
import gjdbg.unwind.Unwinder;
import gjdbg.value.Variables;
import gjdbg.value.VariablesFactory;
import java.time.Duration;
import java.util.Optional;

/** What is known of the program that the target runs; made when it is first asked for. */
final class ProgramView {
    /** How long a process that runs is read from, at most, before it is stopped. */
    static final Duration REHEARSAL = Duration.ofMillis(300);

    private final Target target;
    private Program program;
    private Optional<GoRuntime> goRuntime;
    private Unwinder unwinder;
    private VariablesFactory factory;

    ProgramView(Target target) {
        this.target = target;
    }

    Program program() {
        if (program == null) {
            program = ProgramLoader.load(target);
        }
        return program;
    }

    Optional<GoRuntime> goRuntime() {
        if (goRuntime == null) {
            goRuntime = GoRuntimes.of(program(), target);
        }
        return goRuntime;
    }

    Unwinder unwinder() {
        if (unwinder == null) {
            unwinder = new Unwinder(program(), target.memory(), GoRuntimes.stacks(goRuntime()));
        }
        return unwinder;
    }

    Iterable<Frame> frames(TargetThread thread) {
        return unwinder().frames(thread);
    }

    Iterable<Frame> frames(GoroutineState goroutine) {
        Optional<TargetThread> thread = goroutine.thread();
        return thread.isPresent() ? frames(thread.get()) : unwinder().frames(goroutine.stack(), goroutine.saved());
    }

    /**
     * Reads the stacks of goroutines, for what that does beside: symbols and layouts are known after it, the code that reads
     * has been run, memory that keeps pages has them. On a process that runs, what is read may not go together.
     */
    void readStacks(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            if (goRuntime().isEmpty()) {
                program().modules();
                return;
            }
            for (GoroutineState goroutine : goRuntime().get().goroutines()) {
                goroutine.waitReason();
                goroutine.createdBy();
                read(frames(goroutine));
                if (System.nanoTime() - end > 0) {
                    return;
                }
            }
        } catch (GjdbgException e) {
            // who wants to know what is wrong asks for it
        }
    }

    /** The same of one thread. */
    void readStack(TargetThread thread) {
        try {
            goRuntime().ifPresent(runtime -> runtime.goroutineOf(thread));
            read(unwinder().frames(thread));
        } catch (GjdbgException e) {
            // as above
        }
    }

    private static void read(Iterable<Frame> frames) {
        for (Frame frame : frames) {
            frame.position();
        }
    }

    Variables variables(Frame frame) {
        return factory().of(frame);
    }

    VariablesFactory factory() {
        if (factory == null) {
            factory = new VariablesFactory(program(), target.memory(), target.room(), new Expressions());
        }
        return factory;
    }
}
