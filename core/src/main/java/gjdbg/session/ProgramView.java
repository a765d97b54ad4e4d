package gjdbg.session;

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
import java.util.Optional;

/** What is known of the program that the target runs; made when it is first asked for. */
final class ProgramView {
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

    Iterable<Frame> frames(GoroutineState goroutine) {
        Optional<TargetThread> thread = goroutine.thread();
        return thread.isPresent()
                ? unwinder().frames(thread.get())
                : unwinder().frames(goroutine.stack(), goroutine.saved());
    }

    Variables variables(Frame frame) {
        return factory().of(frame);
    }

    VariablesFactory factory() {
        if (factory == null) {
            factory = new VariablesFactory(program(), target.memory(), new Expressions());
        }
        return factory;
    }
}
