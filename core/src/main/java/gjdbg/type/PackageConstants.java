package gjdbg.type;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.Unit;
import gjdbg.error.GjdbgException;
import gjdbg.gosym.PackagePaths;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The names that the constants of a Go package give to values of its types: the compiler records those that are integers
 * (DW_TAG_constant). Read when a value of such a type is first shown.
 */
final class PackageConstants {
    private static final PackageConstants NONE = new PackageConstants();
    /** A package of so many is made up. */
    private static final int MOST = 1 << 20;

    private final Map<Long, ConstantNames> byType = new HashMap<>();

    private PackageConstants() {}

    /** None where the debugging information does not tell. */
    static PackageConstants of(Dwarf dwarf, String packagePath) {
        try {
            for (Unit unit : dwarf.units()) {
                if (unit.root().name().filter(packagePath::equals).isPresent()) {
                    return in(unit.root(), packagePath);
                }
            }
        } catch (GjdbgException e) {
            // a value can be shown without them
        }
        return NONE;
    }

    private static PackageConstants in(Die root, String packagePath) {
        PackageConstants found = new PackageConstants();
        String prefix = packagePath + ".";
        String shown = root.string(DwAt.GO_PACKAGE_NAME).orElse(PackagePaths.last(packagePath)) + ".";
        int[] left = {MOST};
        root.forEachChild(die -> {
            if (die.tag() == DwTag.CONSTANT) {
                die.name()
                        .filter(name -> name.startsWith(prefix))
                        .ifPresent(name -> found.add(shown + name.substring(prefix.length()), die));
                left[0]--;
            }
            return left[0] > 0;
        });
        return found;
    }

    private void add(String name, Die constant) {
        Optional<Die> type = constant.reference(DwAt.TYPE);
        OptionalLong value = constant.number(DwAt.CONST_VALUE);
        if (type.isPresent() && value.isPresent() && !name.endsWith("._")) {
            byType.computeIfAbsent(type.get().offset(), ignored -> new ConstantNames())
                    .add(name, value.getAsLong());
        }
    }

    /** @param type the offset of its entry */
    Optional<String> name(long type, long value) {
        return Optional.ofNullable(byType.get(type)).flatMap(names -> names.of(value));
    }
}
