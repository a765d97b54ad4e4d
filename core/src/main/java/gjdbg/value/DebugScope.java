package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.symbol.ClosestNames;
import gjdbg.symbol.Function;
import gjdbg.target.Address;
import gjdbg.type.BasicType;
import gjdbg.type.CTypeNames;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.type.TypeReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The names of the debugging information as they are meant in one function. */
final class DebugScope implements ProgramScope {
    /** Every program has many names that end in a given letter. */
    private static final int SHORTEST_NEAR = 3;

    private final ModuleDebug debug;
    private final ValueContext context;
    private final boolean go;
    private final String function;

    DebugScope(ModuleDebug debug, ValueContext context, boolean go, String function) {
        this.debug = debug;
        this.context = context;
        this.go = go;
        this.function = function;
    }

    @Override
    public Language language() {
        return go ? Language.GO : Language.C;
    }

    @Override
    public Optional<Type> type(String name) {
        if (!go) {
            return debug.types().named(CTypeNames.normal(name)).or(() -> CTypeNames.basic(name));
        }
        if (PackageNames.of(name).isEmpty()) {
            Optional<Type> own = debug.types().named(own() + "." + name);
            if (own.isPresent()) {
                return own;
            }
        }
        return debug.types().named(name).or(() -> debug.shortNames().type(name).flatMap(debug.types()::named));
    }

    /** The package that the function is of. */
    private String own() {
        return debug.shortNames().packageOf(function);
    }

    @Override
    public Optional<Value> function(String name) {
        String own = own();
        List<Function> found = List.of();
        if (name.indexOf('.') < 0 && !own.isEmpty()) {
            found = debug.module().symbols().functionsNamed(own + "." + name);
        }
        if (found.isEmpty()) {
            found = debug.module().symbols().functionsNamed(Objects.requireNonNull(name));
        }
        if (found.isEmpty() && name.indexOf('.') > 0) {
            found = debug.module().symbols().functions(each -> each.endsWith("/" + name));
        }
        return found.stream().findFirst().map(this::value);
    }

    private Value value(Function function) {
        Address entry = debug.module().toMemory(function.entry());
        Optional<Die> described = go ? Optional.empty() : debug.dwarf().functionAt(function.entry());
        String type = described.map(TypeReader::prototype).orElse("func");
        return new ComputedValue(
                new BasicType(type, TypeKind.FUNC, 8), FuncReader.at(entry, Optional.empty(), context));
    }

    @Override
    public Optional<Value> constant(String name) {
        String own = own();
        Long offset = name.indexOf('.') < 0 && !own.isEmpty()
                ? debug.names().constants().get(own + "." + name)
                : null;
        if (offset == null) {
            offset = debug.names().constants().get(name);
        }
        if (offset == null && name.indexOf('.') > 0) {
            offset = debug.shortNames()
                    .constant(name)
                    .map(debug.names().constants()::get)
                    .orElse(null);
        }
        return offset == null ? Optional.empty() : constant(debug.dwarf().die(offset));
    }

    private Optional<Value> constant(Die die) {
        OptionalLong value = die.number(DwAt.CONST_VALUE);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Type type = die.tag() == DwTag.ENUMERATOR
                ? enumerator(value.getAsLong())
                : debug.typeReader().typeOf(die).orElse(BasicType.INT);
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value.getAsLong())
                .array();
        return type.size() < 1 || type.size() > 8
                ? Optional.empty()
                : Optional.of(made(type, Arrays.copyOf(bytes, (int) type.size())));
    }

    /** An int; as an extension of compilers the first larger type that has the value. */
    private static Type enumerator(long value) {
        String larger = value < 0 || value > 0xffff_ffffL ? "long" : "unsigned";
        return value == (int) value ? BasicType.C_INT : CTypeNames.basic(larger).orElseThrow();
    }

    @Override
    public Set<String> packages() {
        return debug.names().paths();
    }

    @Override
    public List<String> closest(String name) {
        if (name.length() < SHORTEST_NEAR) {
            return List.of();
        }
        ClosestNames near = new ClosestNames(name);
        debug.names().variables().keySet().forEach(near::offer);
        debug.names().constants().keySet().forEach(near::offer);
        return near.best().isEmpty() ? debug.module().symbols().closestFunctions(name) : near.best();
    }

    @Override
    public Value at(Type type, Address address) {
        return TypedValue.inMemory(type, address, context);
    }

    @Override
    public Value made(Type type, byte[] bytes) {
        return TypedValue.constant(type, bytes, context);
    }
}
