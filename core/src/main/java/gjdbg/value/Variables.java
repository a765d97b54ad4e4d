package gjdbg.value;

import java.util.List;
import java.util.Optional;

/** What is in scope in a frame at its PC, the innermost first where names are shadowed. */
public interface Variables {
    /** Parameters in the order of the declaration, results not included. */
    List<Variable> arguments();

    /** Locals in scope and named results; of shadowed names only the innermost. */
    List<Variable> locals();

    /** What the function returns, valid in the innermost frame at one of its RETs only (Go's internal ABI specification). */
    List<Variable> results();

    /** The one that the name means at the PC: locals, arguments, results. */
    Optional<Value> find(String name);

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
