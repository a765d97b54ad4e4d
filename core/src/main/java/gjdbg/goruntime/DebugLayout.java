package gjdbg.goruntime;

import gjdbg.dwarf.Dwarf;
import java.util.Optional;
import java.util.Set;

/** Reads the layout of the runtime's structures off the program's own DWARF. */
final class DebugLayout {
    private static final String G = "runtime.g";
    private static final String M = "runtime.m";
    private static final String GOBUF = "runtime.gobuf";

    private DebugLayout() {}

    /** Empty where the debugging information lacks one of the structures or fields. */
    static Optional<RuntimeLayout> of(Dwarf dwarf) {
        DebugStructs structs = new DebugStructs(dwarf, Set.of(G, M, GOBUF));
        int[] offsets = {
            structs.offset(G, "goid").orElse(-1),
            structs.offset(G, "m").orElse(-1),
            structs.offset(G, "sched").orElse(-1),
            structs.offset(G, "syscallsp").orElse(-1),
            structs.offset(G, "syscallpc").orElse(-1),
            structs.offset(M, "g0").orElse(-1),
            structs.offset(M, "gsignal").orElse(-1),
            structs.offset(M, "curg").orElse(-1),
            structs.offset(M, "vdsoSP").orElse(-1),
            structs.offset(M, "vdsoPC").orElse(-1),
            structs.offset(GOBUF, "sp").orElse(-1),
            structs.offset(GOBUF, "pc").orElse(-1),
            structs.offset(GOBUF, "bp").orElse(-1)
        };
        for (int offset : offsets) {
            if (offset < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(RuntimeLayout.of(offsets));
    }
}
