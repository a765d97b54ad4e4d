package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an expression may name besides a frame's variables, as it is meant in that frame, and values made of bytes. */
public interface ProgramScope {
    /** Whose syntax and arithmetic the frame's source follows. */
    enum Language {
        GO,
        C
    }

    Language language();

    /**
     * A type by its name: in full, within the frame's package without the package's path, or with the last part of it, as
     * {@code http.Request} for {@code net/http.Request}; of C also {@code unsigned} for {@code unsigned int}.
     */
    Optional<Type> type(String name);

    /** A function as a value, by names as {@link #type} takes them. */
    Optional<Value> function(String name);

    /** A constant of a package (DW_TAG_constant) or an enumerator of C. */
    Optional<Value> constant(String name);

    /** The paths of Go's packages that the debug information covers. */
    Set<String> packages();

    /** Names of package variables, constants, types and functions that are near, best first, at the most five. */
    List<String> closest(String name);

    /** What is at an address, whether or not the program has it there. */
    Value at(Type type, Address address);

    /** A value with these bytes that is in no place of the program. */
    Value made(Type type, byte[] bytes);
}
