package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.elf.FileAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is recorded of one call (DWARF 5, section 3.4). DWARF 4 had it as an extension of GNU's with tags and attributes of
 * its own.
 *
 * @param call DW_TAG_call_site
 */
record CallSite(Die call) {
    private static final int MAX_DEPTH = 64;

    /** The call in that function that returns to the address. */
    static Optional<CallSite> returningTo(FileAddress pc, Die function) {
        return within(function, pc, 0);
    }

    private static Optional<CallSite> within(Die scope, FileAddress pc, int depth) {
        Die[] found = new Die[1];
        scope.forEachChild(child -> {
            switch (child.tag()) {
                case DwTag.CALL_SITE -> found[0] = returnsTo(child, DwAt.CALL_RETURN_PC, pc);
                case DwTag.GNU_CALL_SITE -> found[0] = returnsTo(child, DwAt.LOW_PC, pc);
                case DwTag.LEXICAL_BLOCK, DwTag.INLINED_SUBROUTINE ->
                    found[0] = depth < MAX_DEPTH
                            ? within(child, pc, depth + 1).map(CallSite::call).orElse(null)
                            : null;
                default -> {
                    // variables and types hold no calls
                }
            }
            return found[0] == null;
        });
        return Optional.ofNullable(found[0]).map(CallSite::new);
    }

    private static Die returnsTo(Die site, int attribute, FileAddress pc) {
        return site.number(attribute).orElse(0) == pc.value() ? site : null;
    }

    /** The function that is called, by its declaration or definition; empty for a call through a pointer. */
    Optional<Die> callee() {
        return call.reference(call.tag() == DwTag.CALL_SITE ? DwAt.CALL_ORIGIN : DwAt.ABSTRACT_ORIGIN);
    }

    /** What the pointer is through which it calls. */
    Optional<Bytes> target() {
        return call.block(call.tag() == DwTag.CALL_SITE ? DwAt.CALL_TARGET : DwAt.GNU_CALL_SITE_TARGET);
    }

    /** What is passed where the expression says; to be evaluated in the caller. */
    Optional<Bytes> passed(Bytes location) {
        byte[] wanted = location.array(0, location.size());
        for (Die child : call.children()) {
            boolean parameter =
                    child.tag() == DwTag.CALL_SITE_PARAMETER || child.tag() == DwTag.GNU_CALL_SITE_PARAMETER;
            Optional<Bytes> place = parameter ? child.block(DwAt.LOCATION) : Optional.empty();
            if (place.isPresent()
                    && Arrays.equals(place.get().array(0, place.get().size()), wanted)) {
                return child.block(
                        child.tag() == DwTag.CALL_SITE_PARAMETER ? DwAt.CALL_VALUE : DwAt.GNU_CALL_SITE_VALUE);
            }
        }
        return Optional.empty();
    }
}
