package gjdbg.type;

import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.Dwarf;
import gjdbg.error.NotFound;
import gjdbg.gosym.PackagePaths;
import gjdbg.symbol.ClosestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The types of one file by their names. The first question reads through all units; later ones are quick. */
public final class Types {
    private static final int MOST_CLOSEST = 5;

    private final Dwarf dwarf;
    private final TypeReader reader;
    private final DebugNames names;

    public Types(Dwarf dwarf, TypeReader reader, DebugNames names) {
        this.dwarf = Objects.requireNonNull(dwarf);
        this.reader = Objects.requireNonNull(reader);
        this.names = Objects.requireNonNull(names);
    }

    /**
     * By the full name, as Go's source writes it or as the debugging information does: {@code main.Account}, {@code
     * map[string]any}, {@code struct point}.
     *
     * @throws NotFound when there is no such type
     */
    public Type get(String name) {
        return known(name)
                .or(() -> known(TypeSpelling.normal(name)))
                .or(() -> declaredInFunction(name))
                .orElseThrow(() -> new NotFound("type", name, closest(name)));
    }

    private Optional<Type> known(String name) {
        return named(name).or(() -> BasicType.named(name));
    }

    /** Whether there is such a type, or such a generic one, or one that is declared in a function. */
    public boolean has(String name) {
        return known(name).isPresent()
                || known(TypeSpelling.normal(name)).isPresent()
                || !instances(name).isEmpty();
    }

    /** Where functions have several types of that name, none is meant. */
    private Optional<Type> declaredInFunction(String name) {
        List<String> found = instances(name);
        return found.size() == 1 && found.getFirst().indexOf('[') < 0 ? named(found.getFirst()) : Optional.empty();
    }

    /** The full names of the types that source code calls by that name, with type arguments or in a function. */
    private List<String> instances(String written) {
        String name = TypeSpelling.normal(PackagePaths.plain(written));
        List<String> found = new ArrayList<>();
        for (String each : names.types().keySet()) {
            if (!each.contains("go.shape.")
                    && !TypeSpelling.isBare(each)
                    && TypeSpelling.bare(each).equals(name)) {
                found.add(each);
            }
        }
        return found;
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

    /** The names that are most likely meant. */
    public List<String> closest(String name) {
        List<String> instances = instances(name);
        if (!instances.isEmpty()) {
            return instances.subList(0, Math.min(MOST_CLOSEST, instances.size()));
        }
        String wanted = TypeSpelling.normal(name);
        List<String> near = near(wanted);
        // the package may be the one that is mistaken
        return near.isEmpty() ? near(wanted.substring(wanted.lastIndexOf('.') + 1)) : near;
    }

    private List<String> near(String wanted) {
        boolean composite = wanted.isEmpty() || !Character.isLetter(wanted.charAt(0));
        ClosestNames near = new ClosestNames(wanted);
        for (String each : names.types().keySet()) {
            if (composite || Character.isLetter(each.charAt(0))) {
                near.offer(each);
            }
        }
        return near.best();
    }
}
