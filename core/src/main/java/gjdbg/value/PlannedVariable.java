package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.type.Type;
import java.util.Optional;

/**
 * A variable as it is at one PC, in whatever frame stands there.
 *
 * @param type of the variable itself; where it escaped, the location has a pointer to it
 * @param location empty where it is nowhere at this PC
 */
record PlannedVariable(String name, Role role, Type type, boolean escaped, Optional<Bytes> location) {
    enum Role {
        ARGUMENT,
        RESULT,
        LOCAL
    }
}
