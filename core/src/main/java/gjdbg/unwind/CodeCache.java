package gjdbg.unwind;

import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import java.util.HashMap;
import java.util.Map;

/** What is known of the executable's addresses that walks have come by: most goroutines' stacks go through the same few. */
final class CodeCache {
    private static final int MOST = 1 << 16;

    private final Program program;
    private final Map<Long, CodeFacts> known = new HashMap<>();

    CodeCache(Program program) {
        this.program = program;
    }

    CodeFacts at(LoadedModule module, Address pc) {
        if (module != program.main()) {
            // a library may be unloaded, and another one take its place
            return new CodeFacts(module, module.toFile(pc));
        }
        CodeFacts facts = known.get(pc.value());
        if (facts == null) {
            if (known.size() == MOST) {
                known.clear();
            }
            facts = new CodeFacts(module, module.toFile(pc));
            known.put(pc.value(), facts);
        }
        return facts;
    }
}
