package gjdbg.value;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import java.util.Objects;
import java.util.Optional;

/**
 * What the values of one process share.
 *
 * @param inMemory the storage of those that are in no register
 */
public record ValueContext(Storage inMemory, Program program, RuntimeTypes runtimeTypes, Closures closures) {
    public ValueContext {
        Objects.requireNonNull(inMemory);
        Objects.requireNonNull(program);
        Objects.requireNonNull(runtimeTypes);
        Objects.requireNonNull(closures);
    }

    ValueContext(Memory memory, Program program, RuntimeTypes runtimeTypes, Closures closures) {
        this(new Storage(memory, Optional.empty()), program, runtimeTypes, closures);
    }

    public Memory memory() {
        return inMemory.memory();
    }

    /** The same, read through another memory. */
    ValueContext with(Memory other) {
        return new ValueContext(other, program, runtimeTypes, closures);
    }
}
