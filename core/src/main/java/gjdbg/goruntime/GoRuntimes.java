package gjdbg.goruntime;

import gjdbg.symbol.Program;
import gjdbg.target.Target;
import gjdbg.unwind.GoStacks;
import java.util.Optional;

/** Finds the Go runtime of a process. */
public final class GoRuntimes {
    private GoRuntimes() {}

    /** Empty for a program that is not Go's. */
    public static Optional<GoRuntime> of(Program program, Target target) {
        return live(program, target).map(runtime -> runtime);
    }

    /** What the unwinder asks; of no effect for a program that is not Go's. */
    public static GoStacks stacks(Optional<GoRuntime> runtime) {
        return runtime.isPresent() && runtime.get() instanceof GoStacks stacks ? stacks : GoStacks.NONE;
    }

    private static Optional<LiveGoRuntime> live(Program program, Target target) {
        return program.goVersion().map(version -> {
            LazyLayout layout = new LazyLayout(version, program.main().symbols());
            return new LiveGoRuntime(
                    new GoroutineReader(program, target, layout),
                    layout,
                    new ThreadLocalG(program.main(), target.memory()));
        });
    }
}
