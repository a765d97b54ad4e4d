package gjdbg.unwind;

import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.TargetThread;
import java.util.Optional;

/** What all frames of one thread's stack share; holds only while nothing runs. */
final class Walk {
    private final Program program;
    private final Memory memory;
    private final GoStacks stacks;
    private final CodeCache code;
    private final Optional<TargetThread> thread;
    private Optional<GoStack> goStack;

    Walk(Program program, Memory memory, GoStacks stacks, CodeCache code, TargetThread thread) {
        this.program = program;
        this.memory = memory;
        this.stacks = stacks;
        this.code = code;
        this.thread = Optional.of(thread);
    }

    /** Of a goroutine that no thread runs. */
    Walk(Program program, Memory memory, CodeCache code, GoStack parked) {
        this.program = program;
        this.memory = memory;
        this.code = code;
        stacks = GoStacks.NONE;
        thread = Optional.empty();
        goStack = Optional.of(parked);
    }

    Program program() {
        return program;
    }

    Memory memory() {
        return memory;
    }

    /** @throws Unavailable for a goroutine that no thread runs */
    TargetThread thread() {
        return thread.orElseThrow(() -> new Unavailable("the frame's thread", "no thread runs the goroutine"));
    }

    /** What is known of an address of that module. */
    CodeFacts code(LoadedModule module, Address pc) {
        return code.at(module, pc);
    }

    /** The stack of the thread's user goroutine; read when it is first asked for. */
    Optional<GoStack> goStack() {
        if (goStack == null) {
            goStack = stacks.of(thread());
        }
        return goStack;
    }
}
