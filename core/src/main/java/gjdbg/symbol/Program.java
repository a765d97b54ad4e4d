package gjdbg.symbol;

import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/** The modules of a process; the executable is the first. */
public interface Program {
    List<LoadedModule> modules();

    LoadedModule main();

    Optional<LoadedModule> moduleAt(Address address);

    /** As runtime.buildVersion tells: {@code go1.22.12}; empty for a program that is not Go's. */
    Optional<String> goVersion();

    default boolean isGo() {
        return goVersion().isPresent();
    }
}
