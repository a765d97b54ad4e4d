package gjdbg.dwarf;

import gjdbg.elf.FileAddress;
import java.util.Optional;

/** The functions of one unit that have code, by their addresses. */
public final class FunctionIndex {
    private final RangeTable<Die> functions = new RangeTable<>("functions");

    FunctionIndex(Unit unit) {
        unit.root().forEachChild(child -> {
            if (child.tag() == DwTag.SUBPROGRAM) {
                functions.add(child, child);
            }
            return true;
        });
        functions.sort();
    }

    /** The DW_TAG_subprogram whose code holds the PC. */
    public Optional<Die> at(FileAddress pc) {
        return functions.at(pc.value());
    }
}
