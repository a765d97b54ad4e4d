package gjdbg.type;

import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Dwarf;
import gjdbg.error.NotFound;
import gjdbg.gosym.PackagePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The types of one file by their names. The first question reads through all units; later ones are quick. */
public final class Types {
    private final Dwarf dwarf;
    private final TypeReader reader;
    private final DebugNames names;

    public Types(Dwarf dwarf, TypeReader reader, DebugNames names) {
        this.dwarf = Objects.requireNonNull(dwarf);
        this.reader = Objects.requireNonNull(reader);
        this.names = Objects.requireNonNull(names);
    }

    /**
     * By the full name: {@code main.Account}, {@code map[string]int}, {@code struct point}.
     *
     * @throws NotFound when there is no such type
     */
    public Type get(String name) {
        return named(name).or(() -> BasicType.named(name)).orElseThrow(() -> new NotFound("type", name, closest(name)));
    }

    /** As {@link #get}, of those types only that the debug information has. */
    public Optional<Type> named(String name) {
        Long offset = names.types().get(PackagePaths.plain(name));
        return Optional.ofNullable(offset).map(at -> reader.of(dwarf.die(at)));
    }

    /** Those whose name passes, in the order of the debugging information. */
    public List<Type> find(Predicate<String> name) {
        List<Type> found = new ArrayList<>();
        names.types().forEach((each, offset) -> {
            if (name.test(each)) {
                found.add(reader.of(dwarf.die(offset)));
            }
        });
        return found;
    }

    /** @param offset of a runtime type descriptor from the first one (DW_AT_go_runtime_type) */
    public Optional<Type> atRuntimeOffset(long offset) {
        return Optional.ofNullable(names.runtimeOffsets().get(offset)).map(die -> reader.of(dwarf.die(die)));
    }

    /** The inverse: the offset of that type's runtime descriptor, where the program has one. */
    public OptionalLong runtimeOffset(String name) {
        Long offset = names.types().get(name);
        return offset == null ? OptionalLong.empty() : dwarf.die(offset).number(DwAt.GO_RUNTIME_TYPE);
    }

    private List<String> closest(String name) {
        List<String> near = new ArrayList<>();
        for (String each : names.types().keySet()) {
            boolean sameTail = each.endsWith("." + name) || each.equalsIgnoreCase(name);
            if (sameTail && near.size() < 5) {
                near.add(each);
            }
        }
        return near;
    }
}
