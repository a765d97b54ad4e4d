package gjdbg.goruntime;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.error.Unavailable;
import gjdbg.type.Type;
import gjdbg.type.TypeReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Structures of the runtime's as the program's own DWARF describes them. */
final class DebugStructs {
    private static final int MOST_BYTES = 1 << 20;

    private final TypeReader reader = new TypeReader();
    private final Map<String, Type> found = new HashMap<>();
    private final Set<String> names;

    /** @param names of the structures: {@code runtime.g} */
    DebugStructs(Dwarf dwarf, Set<String> names) {
        this.names = Set.copyOf(names);
        // the linker puts the types of the runtime into its package's unit, so the others are looked at only in need
        for (boolean runtime : new boolean[] {true, false}) {
            for (Unit unit : dwarf.units()) {
                if (!complete() && unit.root().name().equals(Optional.of("runtime")) == runtime) {
                    look(unit);
                }
            }
        }
    }

    boolean complete() {
        return found.size() == names.size();
    }

    private void look(Unit unit) {
        unit.root().forEachChild(die -> {
            if (die.tag() == DwTag.STRUCTURE_TYPE || die.tag() == DwTag.TYPEDEF) {
                look(die);
            }
            return !complete();
        });
    }

    private void look(Die die) {
        String name = die.string(DwAt.NAME).orElse("");
        if (names.contains(name)) {
            found.putIfAbsent(name, reader.of(die));
        }
    }

    /** In bytes; empty where the structure has no such field. */
    OptionalInt offset(String struct, String... path) {
        return Optional.ofNullable(found.get(struct))
                .flatMap(type -> type.field(path))
                .filter(field -> field.offset() >= 0 && field.offset() <= MOST_BYTES)
                .map(field -> OptionalInt.of((int) field.offset()))
                .orElse(OptionalInt.empty());
    }

    /**
     * In bytes.
     *
     * @param what can't be had without it
     * @throws Unavailable where the structure has no such field
     */
    int needed(String what, String struct, String... path) {
        return offset(struct, path)
                .orElseThrow(() -> new Unavailable(
                        what, "the debugging information does not tell of " + struct + "." + String.join(".", path)));
    }
}
