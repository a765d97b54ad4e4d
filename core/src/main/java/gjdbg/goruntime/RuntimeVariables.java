package gjdbg.goruntime;

import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The runtime's own variables, found by the executable's symbols, and its strings. */
final class RuntimeVariables {
    private static final int LONGEST_STRING = 4096;
    private static final int MOST_REASONS = 256;

    private final LoadedModule program;
    private final Memory memory;
    private List<String> waitReasons;

    RuntimeVariables(LoadedModule program, Memory memory) {
        this.program = Objects.requireNonNull(program);
        this.memory = Objects.requireNonNull(memory);
    }

    Optional<Address> find(String name) {
        return program.symbol(name);
    }

    /** @throws Unavailable in a program without symbols */
    Address get(String name) {
        return find(name)
                .orElseThrow(() -> new Unavailable("the list of goroutines", "the executable has no symbol " + name));
    }

    /** In bytes. */
    long size(String name) {
        get(name);
        return program.file().symbol(name).orElseThrow().size();
    }

    /** The number's word in runtime.waitReasonStrings; empty for a number that is not in it. */
    Optional<String> waitReason(int number) {
        if (waitReasons == null) {
            waitReasons = readReasons();
        }
        return number < waitReasons.size() ? Optional.of(waitReasons.get(number)) : Optional.empty();
    }

    private List<String> readReasons() {
        List<String> reasons = new ArrayList<>();
        String name = "runtime.waitReasonStrings";
        Address at = get(name);
        long size = program.file().symbol(name).orElseThrow().size();
        for (int i = 0; i < Math.min(size / 16, MOST_REASONS); i++) {
            reasons.add(string(at.plus(16L * i)).orElse(""));
        }
        return reasons;
    }

    /** The string whose header stands there; empty where it can't be read. */
    Optional<String> string(Address header) {
        try {
            long length = memory.u64(header.plus(8));
            if (length < 0 || length > LONGEST_STRING) {
                return Optional.empty();
            }
            return Optional.of(new String(memory.bytes(memory.pointer(header), (int) length), StandardCharsets.UTF_8));
        } catch (MemoryFault e) {
            return Optional.empty();
        }
    }
}
