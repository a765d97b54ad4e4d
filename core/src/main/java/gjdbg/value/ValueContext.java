package gjdbg.value;

import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.target.Room;
import gjdbg.type.RuntimeTypes;
import java.util.Objects;
import java.util.Optional;

/**
 * What the values of one process share.
 *
 * @param inMemory the storage of those that are in no register
 * @param room for what values that are set point at
 */
public record ValueContext(Storage inMemory, Room room, Program program, RuntimeTypes runtimeTypes, Closures closures) {
    public ValueContext {
        Objects.requireNonNull(inMemory);
        Objects.requireNonNull(room);
        Objects.requireNonNull(program);
        Objects.requireNonNull(runtimeTypes);
        Objects.requireNonNull(closures);
    }

    ValueContext(Memory memory, Room room, Program program, RuntimeTypes runtimeTypes, Closures closures) {
        this(new Storage(memory, Optional.empty()), room, program, runtimeTypes, closures);
    }

    public Memory memory() {
        return inMemory.memory();
    }

    /** The same, read through another memory. */
    ValueContext with(Memory other) {
        return new ValueContext(other, room, program, runtimeTypes, closures);
    }
}
