package gjdbg.value;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import java.util.Objects;

/** What the values of one process share. */
public record ValueContext(Memory memory, Program program, RuntimeTypes runtimeTypes, Closures closures) {
    public ValueContext {
        Objects.requireNonNull(memory);
        Objects.requireNonNull(program);
        Objects.requireNonNull(runtimeTypes);
        Objects.requireNonNull(closures);
    }

    /** The same, read through another memory. */
    ValueContext with(Memory other) {
        return new ValueContext(other, program, runtimeTypes, closures);
    }
}
