package gjdbg.value;

import gjdbg.dwarf.Dwarf;
import gjdbg.symbol.LoadedModule;
import gjdbg.type.DebugNames;
import gjdbg.type.TypeReader;
import gjdbg.type.Types;
import java.util.Objects;

/** The debugging information of one loaded module, with what is made of it. */
final class ModuleDebug {
    private final LoadedModule module;
    private final Dwarf dwarf;
    private final TypeReader typeReader = new TypeReader();
    private final DebugNames names;
    private final Types types;
    private final ScopePlans plans;
    private final ShortNames shortNames;

    ModuleDebug(LoadedModule module, Dwarf dwarf) {
        this.module = Objects.requireNonNull(module);
        this.dwarf = Objects.requireNonNull(dwarf);
        names = new DebugNames(dwarf);
        types = new Types(dwarf, typeReader, names);
        plans = new ScopePlans(this);
        shortNames = new ShortNames(names);
    }

    LoadedModule module() {
        return module;
    }

    Dwarf dwarf() {
        return dwarf;
    }

    TypeReader typeReader() {
        return typeReader;
    }

    DebugNames names() {
        return names;
    }

    Types types() {
        return types;
    }

    ShortNames shortNames() {
        return shortNames;
    }

    ScopePlans plans() {
        return plans;
    }
}
