package gjdbg.value;

import gjdbg.type.Type;
import java.util.OptionalLong;

/**
 * A variable as it is at one PC, in whatever frame stands there.
 *
 * @param type of the variable itself; where it escaped, the location has a pointer to it
 * @param fromCfa where it is, in bytes from the CFA, if that is all that its location says: most are so in code that was not
 *     optimised
 * @param entry of the dictionary that tells the real type, where the type is a shape that generic code shares
 */
record PlannedVariable(
        String name,
        Role role,
        Type type,
        OptionalLong entry,
        boolean escaped,
        OptionalLong fromCfa,
        RecordedLocation location) {
    enum Role {
        ARGUMENT,
        RESULT,
        LOCAL
    }
}
