package gjdbg.goruntime;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.type.Type;
import gjdbg.type.TypeReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the layout of the runtime's structures off the program's own DWARF. */
final class DebugLayout {
    private static final String G = "runtime.g";
    private static final String M = "runtime.m";
    private static final String GOBUF = "runtime.gobuf";

    private final TypeReader reader = new TypeReader();
    private final Map<String, Type> found = new HashMap<>();

    private DebugLayout() {}

    /** Empty where the debugging information lacks one of the structures or fields. */
    static Optional<RuntimeLayout> of(Dwarf dwarf) {
        DebugLayout layout = new DebugLayout();
        // the linker puts the types of the runtime into its package's unit, so the others are looked at only in need
        for (boolean runtime : new boolean[] {true, false}) {
            for (Unit unit : dwarf.units()) {
                if (!layout.complete() && unit.root().name().equals(Optional.of("runtime")) == runtime) {
                    layout.look(unit);
                }
            }
        }
        return layout.complete() ? layout.make() : Optional.empty();
    }

    private boolean complete() {
        return found.size() == 3;
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
        if (name.equals(G) || name.equals(M) || name.equals(GOBUF)) {
            found.putIfAbsent(name, reader.of(die));
        }
    }

    private Optional<RuntimeLayout> make() {
        int[] offsets = {
            offset(G, "goid"),
            offset(G, "m"),
            offset(G, "sched"),
            offset(G, "syscallsp"),
            offset(G, "syscallpc"),
            offset(M, "g0"),
            offset(M, "gsignal"),
            offset(M, "curg"),
            offset(M, "vdsoSP"),
            offset(M, "vdsoPC"),
            offset(GOBUF, "sp"),
            offset(GOBUF, "pc"),
            offset(GOBUF, "bp")
        };
        for (int offset : offsets) {
            if (offset < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(RuntimeLayout.of(offsets));
    }

    private int offset(String struct, String name) {
        for (Type.Field field : found.get(struct).fields()) {
            if (field.name().equals(name)) {
                return (int) field.offset();
            }
        }
        return -1;
    }
}
