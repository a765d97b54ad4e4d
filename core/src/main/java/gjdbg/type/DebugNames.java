package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.error.GjdbgException;
import gjdbg.gosym.PackagePaths;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The names at the top level of one file's debugging information, found in one pass over all units at the first question. */
public final class DebugNames {
    /** Of all names together: entries that are made up may name one long string from each of its characters on. */
    private static final int MOST_CHARACTERS = 1 << 27;

    private final Dwarf dwarf;
    private int characters;
    private Map<String, Long> types;
    private Map<String, Long> variables;
    private Map<String, Long> constants;
    private Map<Long, Long> runtimeOffsets;
    private Map<String, String> packages;
    private Set<String> paths;

    public DebugNames(Dwarf dwarf) {
        this.dwarf = Objects.requireNonNull(dwarf);
    }

    /** Offsets of the entries of types, by their full names. */
    public synchronized Map<String, Long> types() {
        read();
        return types;
    }

    /** Offsets of the entries of package variables, by their full names. */
    public synchronized Map<String, Long> variables() {
        read();
        return variables;
    }

    /** Offsets of the entries of package constants and of C's enumerators, by their full names. */
    public synchronized Map<String, Long> constants() {
        read();
        return constants;
    }

    /** The paths of Go's packages. */
    public synchronized Set<String> paths() {
        read();
        return paths;
    }

    /** The names of Go's packages that are not the last part of their path, by that path. */
    public synchronized Map<String, String> packages() {
        read();
        return packages;
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
        constants = new LinkedHashMap<>();
        runtimeOffsets = new HashMap<>();
        packages = new HashMap<>();
        paths = new HashSet<>();
        characters = 0;
        try {
            for (Unit unit : dwarf.units()) {
                Optional<String> packageName = unit.root().string(DwAt.GO_PACKAGE_NAME);
                String path = packageName.isPresent() ? unit.root().name().orElse("") : "";
                if (packageName.isPresent()) {
                    paths.add(path);
                }
                if (packageName.isPresent() && !packageName.get().equals(PackagePaths.last(path))) {
                    packages.put(path, packageName.get());
                }
                unit.root().forEachChild(die -> {
                    add(die);
                    return true;
                });
            }
        } catch (GjdbgException e) {
            // a part of the names would have the next question answered wrongly
            types = null;
            throw e;
        }
    }

    private void add(Die die) {
        if (die.tag() == DwTag.VARIABLE) {
            die.name().ifPresent(name -> add(PackagePaths.plain(name), die, variables));
        } else if (die.tag() == DwTag.CONSTANT) {
            die.name().ifPresent(name -> add(PackagePaths.plain(name), die, constants));
        } else if (isType(die.tag()) && !die.flag(DwAt.DECLARATION)) {
            if (die.tag() == DwTag.ENUMERATION_TYPE) {
                die.forEachChild(enumerator -> {
                    enumerator.name().ifPresent(name -> add(name, enumerator, constants));
                    return true;
                });
            }
            if (die.has(DwAt.NAME)) {
                add(TypeNames.of(die), die, types);
            }
            OptionalLong runtime = die.number(DwAt.GO_RUNTIME_TYPE);
            if (runtime.isPresent() && runtime.getAsLong() != 0) {
                runtimeOffsets.putIfAbsent(runtime.getAsLong(), die.offset());
            }
        }
    }

    private void add(String name, Die die, Map<String, Long> offsets) {
        if (offsets.putIfAbsent(name, die.offset()) == null) {
            characters += name.length();
            if (characters > MOST_CHARACTERS) {
                throw dwarf.section("info")
                        .malformed(die.offset(), "names of more than " + MOST_CHARACTERS + " characters");
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
