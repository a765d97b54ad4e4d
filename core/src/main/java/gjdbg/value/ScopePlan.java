package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.Unit;
import java.util.List;
import java.util.Optional;

/**
 * All that is in scope at one PC, worked out once: a hit of a breakpoint there reads no debugging information.
 *
 * @param go whether the source is Go's
 * @param function the entry of the function or inlined call
 * @param dictionaries of generic code
 * @param arguments in the order of the declaration
 * @param locals with the named results, by the lines of their declarations; of one name only the innermost
 */
record ScopePlan(
        Unit unit,
        boolean go,
        Die function,
        Optional<Bytes> frameBase,
        Dictionaries dictionaries,
        List<PlannedVariable> arguments,
        List<PlannedVariable> locals) {
    /** Null where there is none of that name. */
    PlannedVariable find(String name) {
        for (PlannedVariable variable : locals) {
            if (variable.name().equals(name)) {
                return variable;
            }
        }
        for (PlannedVariable variable : arguments) {
            if (variable.name().equals(name)) {
                return variable;
            }
        }
        return null;
    }
}
