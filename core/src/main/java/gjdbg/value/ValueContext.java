package gjdbg.value;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import java.util.Objects;

/** What the values of one process share. */
public record ValueContext(Memory memory, Program program, RuntimeTypes runtimeTypes) {
    public ValueContext {
        Objects.requireNonNull(memory);
        Objects.requireNonNull(program);
        Objects.requireNonNull(runtimeTypes);
    }
}
