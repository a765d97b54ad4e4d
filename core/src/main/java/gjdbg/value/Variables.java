package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/** What is in scope in a frame at its PC, the innermost first where names are shadowed. */
public interface Variables {
    /** Parameters in the order of the declaration, results not included. */
    List<Variable> arguments();

    /** Locals in scope and named results, by the lines of their declarations; of shadowed names only the innermost. */
    List<Variable> locals();

    /** What the function returns, valid in the innermost frame at one of its RETs only (Go's internal ABI specification). */
    List<Variable> results();

    /**
     * The calls that the frame has deferred and that have not begun, as func values, the one that runs first at the front.
     *
     * @param goroutine the address of the runtime.g that the frame is of
     * @throws gjdbg.error.Unavailable where the debugging information does not tell
     */
    default List<Value> deferred(Address goroutine) {
        throw new Unavailable("deferred calls", "no debugging information covers the frame");
    }

    /** The one that the name means at the PC: locals, arguments, results. */
    Optional<Value> find(String name);

    /** Whether the compiler may have dropped variables that the source has. */
    default boolean optimised() {
        return false;
    }

    /**
     * Evaluates an expression over the frame, in the language of the frame's source.
     *
     * @throws gjdbg.error.BadRequest for wrong syntax, naming the column
     * @throws gjdbg.error.NotFound for an unknown name
     * @throws gjdbg.error.Unavailable for a value that can't be read
     */
    Value evaluate(String expression);

    /**
     * What the expression stands for, to be set.
     *
     * @throws gjdbg.error.BadRequest where it is nothing that can be assigned to, with the reason; else as {@link #evaluate}
     */
    Value assignable(String expression);

    /**
     * What else expressions may name here.
     *
     * @throws gjdbg.error.Unavailable without debug information
     */
    ProgramScope scope();
}
