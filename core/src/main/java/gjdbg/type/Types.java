package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Unit;
import gjdbg.error.NotFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The types of one file by their names. The first question reads through all units; later ones are quick. */
public final class Types {
    private final Dwarf dwarf;
    private final TypeReader reader;
    private Map<String, Long> byName;
    private Map<Long, Long> byRuntimeOffset;

    public Types(Dwarf dwarf, TypeReader reader) {
        this.dwarf = Objects.requireNonNull(dwarf);
        this.reader = Objects.requireNonNull(reader);
    }

    /**
     * By the full name: {@code main.Account}, {@code map[string]int}, {@code struct point}.
     *
     * @throws NotFound when there is no such type
     */
    public Type get(String name) {
        index();
        Long offset = byName.get(Objects.requireNonNull(name));
        if (offset == null) {
            return BasicType.named(name).orElseThrow(() -> new NotFound("type", name, closest(name)));
        }
        return reader.of(dwarf.die(offset));
    }

    /** Those whose name passes, in the order of the debugging information. */
    public List<Type> find(Predicate<String> name) {
        index();
        List<Type> found = new ArrayList<>();
        byName.forEach((each, offset) -> {
            if (name.test(each)) {
                found.add(reader.of(dwarf.die(offset)));
            }
        });
        return found;
    }

    /** @param offset of a runtime type descriptor from the first one (DW_AT_go_runtime_type) */
    public Optional<Type> atRuntimeOffset(long offset) {
        index();
        return Optional.ofNullable(byRuntimeOffset.get(offset)).map(die -> reader.of(dwarf.die(die)));
    }

    private List<String> closest(String name) {
        List<String> near = new ArrayList<>();
        for (String each : byName.keySet()) {
            boolean sameTail = each.endsWith("." + name) || each.equalsIgnoreCase(name);
            if (sameTail && near.size() < 5) {
                near.add(each);
            }
        }
        return near;
    }

    private synchronized void index() {
        if (byName != null) {
            return;
        }
        Map<String, Long> names = new LinkedHashMap<>();
        Map<Long, Long> offsets = new HashMap<>();
        for (Unit unit : dwarf.units()) {
            unit.root().forEachChild(die -> {
                if (isType(die.tag()) && !die.flag(DwAt.DECLARATION)) {
                    add(die, names, offsets);
                }
                return true;
            });
        }
        byRuntimeOffset = offsets;
        byName = names;
    }

    private static void add(Die die, Map<String, Long> names, Map<Long, Long> offsets) {
        if (die.has(DwAt.NAME)) {
            names.putIfAbsent(TypeNames.of(die), die.offset());
        }
        OptionalLong runtime = die.number(DwAt.GO_RUNTIME_TYPE);
        if (runtime.isPresent() && runtime.getAsLong() != 0) {
            offsets.putIfAbsent(runtime.getAsLong(), die.offset());
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
