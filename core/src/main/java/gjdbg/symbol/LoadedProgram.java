package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.error.GjdbgException;
import gjdbg.gosym.BuildInfo;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The executable, and the shared libraries as the mappings show them at the moment of asking. A library's file is opened
 * when the library is first asked for.
 */
final class LoadedProgram implements Program {
    private final Target target;
    private final LoadedModule main;
    private final boolean mayHaveLibraries;
    private final Map<String, Optional<LoadedModule>> libraries = new HashMap<>();
    private Optional<String> goVersion;

    LoadedProgram(Target target, LoadedModule main) {
        this.target = target;
        this.main = main;
        this.mayHaveLibraries = main.file().interpreter().isPresent();
    }

    @Override
    public LoadedModule main() {
        return main;
    }

    @Override
    public synchronized List<LoadedModule> modules() {
        if (!mayHaveLibraries) {
            return List.of(main);
        }
        List<LoadedModule> modules = new ArrayList<>();
        modules.add(main);
        String last = "";
        for (Mapping mapping : target.mappings()) {
            if (isLibrary(mapping) && !mapping.path().equals(last)) {
                last = mapping.path();
                library(mapping).ifPresent(modules::add);
            }
        }
        return modules;
    }

    @Override
    public synchronized Optional<LoadedModule> moduleAt(Address address) {
        if (main.contains(address)) {
            return Optional.of(main);
        }
        if (!mayHaveLibraries) {
            return Optional.empty();
        }
        for (Optional<LoadedModule> known : libraries.values()) {
            if (known.isPresent() && known.get().contains(address)) {
                return known;
            }
        }
        for (Mapping mapping : target.mappings()) {
            if (mapping.contains(address)) {
                return isLibrary(mapping)
                        ? library(mapping).filter(module -> module.contains(address))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Optional<String> goVersion() {
        if (goVersion == null) {
            goVersion = BuildInfo.of(main.file()).map(BuildInfo::goVersion);
        }
        return goVersion;
    }

    private boolean isLibrary(Mapping mapping) {
        return mapping.path().startsWith("/")
                && !main.contains(mapping.start())
                && !mapping.path().startsWith("/dev/")
                && !mapping.path().endsWith(" (deleted)");
    }

    /** Empty where the file is no library: fonts, caches and databases are mapped too. */
    private Optional<LoadedModule> library(Mapping mapping) {
        Optional<LoadedModule> known = libraries.get(mapping.path());
        if (known != null) {
            return known;
        }
        Optional<LoadedModule> module;
        try {
            ElfFile file = ElfFile.open(Path.of(mapping.path()));
            module = Optional.of(ProgramLoader.at(file, ProgramLoader.bias(file, mapping)));
        } catch (GjdbgException e) {
            module = Optional.empty();
        }
        libraries.put(mapping.path(), module);
        return module;
    }
}
