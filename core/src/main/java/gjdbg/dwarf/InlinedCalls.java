package gjdbg.dwarf;

import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls that the compiler replaced by the callee's code: DW_TAG_inlined_subroutine (DWARF 5, section 3.3.8). */
public final class InlinedCalls {
    private static final int MAX_DEPTH = 256;

    private InlinedCalls() {}

    /** The inlined call directly within a function or inlined call that holds the PC. */
    public static Optional<Die> within(Die caller, FileAddress pc) {
        return within(caller, pc, 0);
    }

    private static Optional<Die> within(Die scope, FileAddress pc, int depth) {
        List<Die> found = new ArrayList<>(1);
        scope.forEachChild(child -> {
            if (child.tag() == DwTag.INLINED_SUBROUTINE && child.contains(pc)) {
                found.add(child);
            } else if (child.tag() == DwTag.LEXICAL_BLOCK && depth < MAX_DEPTH && child.contains(pc)) {
                within(child, pc, depth + 1).ifPresent(found::add);
            }
            return found.isEmpty();
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** All that hold the PC in a function, outermost first. */
    public static List<Die> at(Die function, FileAddress pc) {
        List<Die> chain = new ArrayList<>(4);
        Optional<Die> inner = within(function, pc);
        while (inner.isPresent() && chain.size() < MAX_DEPTH) {
            chain.add(inner.get());
            inner = within(inner.get(), pc);
        }
        return chain;
    }

    /**
     * All in a unit, in the order of the debugging information.
     *
     * @param callee the abstract function
     */
    public static List<Die> of(Unit unit, Die callee) {
        List<Die> found = new ArrayList<>();
        unit.root().forEachChild(die -> {
            if (die.tag() == DwTag.SUBPROGRAM) {
                collect(die, callee, 0, found);
            }
            return true;
        });
        return found;
    }

    private static void collect(Die scope, Die callee, int depth, List<Die> found) {
        scope.forEachChild(child -> {
            boolean inlined = child.tag() == DwTag.INLINED_SUBROUTINE;
            if (inlined && child.reference(DwAt.ABSTRACT_ORIGIN).equals(Optional.of(callee))) {
                found.add(child);
            }
            if (depth < MAX_DEPTH && (inlined || child.tag() == DwTag.LEXICAL_BLOCK)) {
                collect(child, callee, depth + 1, found);
            }
            return true;
        });
    }
}
