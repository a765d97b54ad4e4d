package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** The names at the top level of one file's debugging information, found in one pass over all units at the first question. */
public final class DebugNames {
    private final Dwarf dwarf;
    private Map<String, Long> types;
    private Map<String, Long> variables;
    private Map<Long, Long> runtimeOffsets;

    public DebugNames(Dwarf dwarf) {
        this.dwarf = Objects.requireNonNull(dwarf);
    }

    /** Offsets of the entries of types, by their full names. */
    synchronized Map<String, Long> types() {
        read();
        return types;
    }

    /** Offsets of the entries of package variables, by their full names. */
    public synchronized Map<String, Long> variables() {
        read();
        return variables;
    }

    /** Offsets of the entries of types, by those of their runtime descriptors. */
    synchronized Map<Long, Long> runtimeOffsets() {
        read();
        return runtimeOffsets;
    }

    private void read() {
        if (types != null) {
            return;
        }
        types = new LinkedHashMap<>();
        variables = new LinkedHashMap<>();
        runtimeOffsets = new HashMap<>();
        for (Unit unit : dwarf.units()) {
            unit.root().forEachChild(die -> {
                add(die);
                return true;
            });
        }
    }

    private void add(Die die) {
        if (die.tag() == DwTag.VARIABLE) {
            die.name().ifPresent(name -> variables.putIfAbsent(name, die.offset()));
        } else if (isType(die.tag()) && !die.flag(DwAt.DECLARATION)) {
            if (die.has(DwAt.NAME)) {
                types.putIfAbsent(TypeNames.of(die), die.offset());
            }
            OptionalLong runtime = die.number(DwAt.GO_RUNTIME_TYPE);
            if (runtime.isPresent() && runtime.getAsLong() != 0) {
                runtimeOffsets.putIfAbsent(runtime.getAsLong(), die.offset());
            }
        }
    }

    private static boolean isType(int tag) {
        return switch (tag) {
            case DwTag.ARRAY_TYPE,
                    DwTag.CLASS_TYPE,
                    DwTag.ENUMERATION_TYPE,
                    DwTag.POINTER_TYPE,
                    DwTag.STRUCTURE_TYPE,
                    DwTag.SUBROUTINE_TYPE,
                    DwTag.TYPEDEF,
                    DwTag.UNION_TYPE,
                    DwTag.BASE_TYPE -> true;
            default -> false;
        };
    }
}
