package gjdbg.blocking;

import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.type.Type;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import gjdbg.value.Variables;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The stopped program of which is asked who waits for whom.
 *
 * @param memory of the target; may remember what it has read while nothing runs
 * @param frames of a goroutine, innermost first
 */
public record Scene(
        Memory memory,
        Program program,
        GoRuntime runtime,
        Types types,
        Function<GoroutineState, Iterable<Frame>> frames,
        Function<Frame, Variables> variables) {
    public Scene {
        Objects.requireNonNull(memory);
        Objects.requireNonNull(program);
        Objects.requireNonNull(runtime);
        Objects.requireNonNull(types);
        Objects.requireNonNull(frames);
        Objects.requireNonNull(variables);
    }

    /** The offset in bytes of a field within a struct, by way of structs in it; empty where there is no such field. */
    Optional<Long> offset(String struct, String... path) {
        return field(struct, path).map(Type.Field::offset);
    }

    /** As {@link #offset}; the field's offset counts from the start of the outermost struct. */
    Optional<Type.Field> field(String struct, String... path) {
        return types.named(struct).flatMap(type -> type.field(path));
    }
}
