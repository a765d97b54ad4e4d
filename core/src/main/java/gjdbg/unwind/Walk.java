package gjdbg.unwind;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.target.TargetThread;
import java.util.Optional;

/** What all frames of one thread's stack share; holds only while nothing runs. */
final class Walk {
    private final Program program;
    private final Memory memory;
    private final GoStacks stacks;
    private final TargetThread thread;
    private Optional<GoStack> goStack;

    Walk(Program program, Memory memory, GoStacks stacks, TargetThread thread) {
        this.program = program;
        this.memory = memory;
        this.stacks = stacks;
        this.thread = thread;
    }

    Program program() {
        return program;
    }

    Memory memory() {
        return memory;
    }

    TargetThread thread() {
        return thread;
    }

    /** The stack of the thread's user goroutine; read when it is first asked for. */
    Optional<GoStack> goStack() {
        if (goStack == null) {
            goStack = stacks.of(thread);
        }
        return goStack;
    }
}
