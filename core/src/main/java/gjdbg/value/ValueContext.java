package gjdbg.value;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import java.util.Objects;
import java.util.Optional;

/** What the values of one process share. */
public final class ValueContext {
    private final Program program;
    private final RuntimeTypes runtimeTypes;
    private final Closures closures;
    private final Memory memory;
    private final Storage inMemory;

    ValueContext(Memory memory, Program program, RuntimeTypes runtimeTypes, Closures closures) {
        this.program = Objects.requireNonNull(program);
        this.runtimeTypes = Objects.requireNonNull(runtimeTypes);
        this.closures = Objects.requireNonNull(closures);
        this.memory = Objects.requireNonNull(memory);
        inMemory = new Storage(memory, Optional.empty());
    }

    public Memory memory() {
        return memory;
    }

    public Program program() {
        return program;
    }

    public RuntimeTypes runtimeTypes() {
        return runtimeTypes;
    }

    Closures closures() {
        return closures;
    }

    /** Of values that are in no register. */
    Storage inMemory() {
        return inMemory;
    }

    /** The same, read through another memory. */
    ValueContext with(Memory other) {
        return new ValueContext(other, program, runtimeTypes, closures);
    }
}
