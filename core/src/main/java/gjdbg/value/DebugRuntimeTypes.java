package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import java.util.Optional;

/** Finds types by the addresses of their runtime descriptors: DW_AT_go_runtime_type is one's offset from runtime.types. */
final class DebugRuntimeTypes implements RuntimeTypes {
    private static final int MOST_NESTED = 32;
    /** Of one type, those of its parts included. */
    private static final int MOST_PARTS = 10_000;

    private final Optional<ModuleDebug> debug;
    private final Memory memory;
    /** From 1.26 on any type that is one pointer and nothing more is direct, fields without size notwithstanding. */
    private final boolean zeroSizedFieldsAreIgnored;

    private final boolean shiftedOffsets;
    private Optional<Address> base;
    private TypeDescriptors descriptors;
    private int nested;
    private int made;

    DebugRuntimeTypes(Optional<ModuleDebug> debug, Memory memory, Program program) {
        this.debug = debug;
        this.memory = memory;
        zeroSizedFieldsAreIgnored = program.isGoAtLeast(26);
        shiftedOffsets = !program.isGoAtLeast(19);
    }

    @Override
    public Type at(Address descriptor) {
        ModuleDebug module = module();
        Address first = base(module);
        Optional<Type> compiled = module.types().atRuntimeOffset(descriptor.value() - first.value());
        return compiled.isPresent() ? compiled.get() : made(descriptor, module);
    }

    private ModuleDebug module() {
        return debug.orElseThrow(() -> new Unavailable("", "the dynamic type is not known without debug information"));
    }

    private Address base(ModuleDebug module) {
        if (base == null) {
            base = module.module().symbol("runtime.types");
        }
        return base.orElseThrow(
                () -> new Unavailable("", "the dynamic type is not known: the executable has no symbol runtime.types"));
    }

    @Override
    public boolean hasMethodsOf(Address descriptor, Type wanted) {
        ModuleDebug module = module();
        if (!module.module().contains(descriptor)) {
            throw new Unavailable("", "it is of a type made at run time, of whose methods nothing is known");
        }
        return new MethodSets(module.types(), memory, base(module)).has(descriptor, wanted);
    }

    private Type made(Address descriptor, ModuleDebug module) {
        made = nested == 0 ? 1 : made + 1;
        if (nested >= MOST_NESTED || made > MOST_PARTS) {
            throw new Unavailable("", "its dynamic type is described by itself, or has too many parts");
        }
        if (descriptors == null) {
            descriptors = new TypeDescriptors(memory, this, module.types(), shiftedOffsets);
        }
        nested++;
        try {
            return descriptors.at(descriptor, module.module().contains(descriptor) ? base : Optional.empty());
        } finally {
            nested--;
        }
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
