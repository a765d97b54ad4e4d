package gjdbg.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runtime's structs that describe types (internal/abi/type.go; runtime/type.go before 1.21): by the name that each release
 * has for them, the newest first.
 */
public final class DescriptorStructs {
    public static final int KIND_MASK = 0x1f;
    public static final int FUNC = 19;
    public static final int INTERFACE = 20;
    public static final int STRUCT = 25;
    /** Of a descriptor's flags: an {@link #UNCOMMON} follows. */
    public static final int FLAG_UNCOMMON = 1;

    /** In the number of a function's results: its last parameter is variadic. */
    public static final int VARIADIC = 1 << 15;

    /** In bytes, of an {@link #UNCOMMON}, and of what tells of one field of a struct. */
    public static final int UNCOMMON_SIZE = 16;

    public static final int FIELD_SIZE = 24;

    /** What every descriptor begins with. */
    public static final List<String> HEADER = List.of("internal/abi.Type", "runtime._type");
    /** What tells of a type's methods. */
    public static final List<String> UNCOMMON = List.of("internal/abi.UncommonType", "runtime.uncommontype");

    private static final Map<Integer, List<String>> BY_KIND = Map.of(
            17,
            List.of("internal/abi.ArrayType", "runtime.arraytype"),
            18,
            List.of("internal/abi.ChanType", "runtime.chantype"),
            FUNC,
            List.of("internal/abi.FuncType", "runtime.functype"),
            INTERFACE,
            List.of("internal/abi.InterfaceType", "runtime.interfacetype"),
            21,
            List.of("internal/abi.SwissMapType", "internal/abi.OldMapType", "internal/abi.MapType", "runtime.maptype"),
            22,
            List.of("internal/abi.PtrType", "runtime.ptrtype"),
            23,
            List.of("internal/abi.SliceType", "runtime.slicetype"),
            STRUCT,
            List.of("internal/abi.StructType", "runtime.structtype"));

    private DescriptorStructs() {}

    /** What the descriptor of a type of that kind is, header included. */
    public static List<String> ofKind(int kind) {
        return BY_KIND.getOrDefault(kind, HEADER);
    }

    /** The one that the program has. */
    public static Optional<Type> find(Types types, List<String> names) {
        return names.stream()
                .flatMap(name -> types.named(name).filter(type -> type.kind() == TypeKind.STRUCT).stream())
                .findFirst();
    }
}
