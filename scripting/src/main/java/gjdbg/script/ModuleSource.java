package gjdbg.script;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The source of the module 'gjdbg', which exports what the global of that name has. */
final class ModuleSource {
    /** Known before a script is parsed, so that parsing it needs no session. */
    private static final List<String> NAMES = List.of(
            "GjdbgError",
            "MalformedFile",
            "MemoryFault",
            "SystemCallFailed",
            "NotFound",
            "Unavailable",
            "TargetGone",
            "BadRequest",
            "target",
            "exit",
            "format",
            "printer",
            "fs",
            "env");

    byte[] bytes() {
        StringBuilder text = new StringBuilder("const gjdbg = globalThis.gjdbg;\nexport default gjdbg;\n");
        for (String name : NAMES) {
            text.append("export const ")
                    .append(name)
                    .append(" = gjdbg.")
                    .append(name)
                    .append(";\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The global and the module have to agree. */
    static void requireNames(List<String> global) {
        if (!NAMES.equals(global)) {
            throw new IllegalStateException("the global gjdbg has " + global + ", the module " + NAMES);
        }
    }
}
