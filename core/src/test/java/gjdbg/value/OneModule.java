package gjdbg.value;

import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/** A program of one file, as if it were Go's. */
record OneModule(LoadedModule main) implements Program {
    @Override
    public List<LoadedModule> modules() {
        return List.of(main);
    }

    @Override
    public Optional<LoadedModule> moduleAt(Address address) {
        return main.contains(address) ? Optional.of(main) : Optional.empty();
    }

    @Override
    public Optional<String> goVersion() {
        return Optional.of("go1.26");
    }
}
