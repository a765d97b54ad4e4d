package gjdbg.value;

import gjdbg.elf.ElfSymbol;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import java.util.Optional;

/** Finds types by the addresses of their runtime descriptors: DW_AT_go_runtime_type is one's offset from runtime.types. */
final class DebugRuntimeTypes implements RuntimeTypes {
    private final Optional<ModuleDebug> debug;
    /** From 1.26 on any type that is one pointer and nothing more is direct, fields without size notwithstanding. */
    private final boolean zeroSizedFieldsAreIgnored;

    DebugRuntimeTypes(Optional<ModuleDebug> debug, boolean zeroSizedFieldsAreIgnored) {
        this.debug = debug;
        this.zeroSizedFieldsAreIgnored = zeroSizedFieldsAreIgnored;
    }

    @Override
    public Type at(Address descriptor) {
        ModuleDebug module =
                debug.orElseThrow(() -> new Unavailable("", "the dynamic type is not known without debug information"));
        Address base = module.module()
                .file()
                .symbol("runtime.types")
                .map(ElfSymbol::address)
                .map(module.module()::toMemory)
                .orElseThrow(() -> new Unavailable(
                        "", "the dynamic type is not known: the executable has no symbol runtime.types"));
        return module.types()
                .atRuntimeOffset(descriptor.value() - base.value())
                .orElseThrow(() -> new Unavailable(
                        "", "its dynamic type, described at " + descriptor + ", is not in the debug information"));
    }

    @Override
    public boolean isDirect(Type type) {
        return switch (type.kind()) {
            case POINTER, MAP, CHAN, FUNC -> true;
            case ARRAY ->
                type.length().orElse(0) == 1
                        && type.element().filter(this::isDirect).isPresent();
            case STRUCT -> {
                int direct = 0;
                for (Type.Field field : type.fields()) {
                    if (field.type().size() > 0 || !zeroSizedFieldsAreIgnored) {
                        direct += isDirect(field.type()) ? 1 : 2;
                    }
                }
                yield direct == 1;
            }
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING, UNION, SLICE, INTERFACE, ENUM, VOID, UNKNOWN -> false;
        };
    }
}
