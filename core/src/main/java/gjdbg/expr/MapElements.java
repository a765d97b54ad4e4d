package gjdbg.expr;

import gjdbg.type.Type;
import gjdbg.value.ProgramScope;
import gjdbg.value.Value;

/** Map lookup: what is not in the map is the zero value. */
final class MapElements {
    private final ProgramScope scope;
    private final Spot at;

    MapElements(ProgramScope scope, Spot at) {
        this.scope = scope;
        this.at = at;
    }

    Value at(Value map, Operand key) {
        Type keyType = map.type().key().orElseThrow(() -> at.unavailable("the type of the map's keys is not known"));
        throw at.problem("map lookup is not available in this version" + keyType);
    }
}
