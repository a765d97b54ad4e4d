package gjdbg.session;

import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoRuntimes;
import gjdbg.symbol.Program;
import gjdbg.symbol.ProgramLoader;
import gjdbg.target.Target;
import gjdbg.unwind.Frame;
import gjdbg.unwind.Unwinder;
import gjdbg.value.NoVariables;
import gjdbg.value.Variables;
import java.util.Optional;

/** What is known of the program that the target runs; made when it is first asked for. */
final class ProgramView {
    private final Target target;
    private Program program;
    private Optional<GoRuntime> goRuntime;
    private Unwinder unwinder;

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
            unwinder = new Unwinder(program(), target.memory(), GoRuntimes.switches(goRuntime()));
        }
        return unwinder;
    }

    Variables variables(Frame frame) {
        return new NoVariables("the executable has no debug information");
    }
}
