package gjdbg.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A type without parts. The constants are Go's predeclared ones (The Go Programming Language Specification, "Types"). */
public record BasicType(String name, TypeKind kind, long size) implements Type {
    public static final BasicType BOOL = new BasicType("bool", TypeKind.BOOL, 1);
    public static final BasicType INT = new BasicType("int", TypeKind.INT, 8);
    public static final BasicType INT32 = new BasicType("int32", TypeKind.INT, 4);
    public static final BasicType UINT8 = new BasicType("uint8", TypeKind.UINT, 1);
    public static final BasicType UINT64 = new BasicType("uint64", TypeKind.UINT, 8);
    public static final BasicType FLOAT64 = new BasicType("float64", TypeKind.FLOAT, 8);
    public static final BasicType COMPLEX128 = new BasicType("complex128", TypeKind.COMPLEX, 16);
    public static final BasicType STRING = new BasicType("string", TypeKind.STRING, 16);
    /** An int of C, which is not the one of Go. */
    public static final BasicType C_INT = new BasicType("int", TypeKind.INT, 4);

    public static final BasicType VOID = new BasicType("void", TypeKind.VOID, 0);

    private static final Map<String, BasicType> PREDECLARED = predeclared();

    public BasicType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }

    /** The predeclared type of that name; byte and rune are other names of uint8 and int32. */
    public static Optional<BasicType> named(String name) {
        return Optional.ofNullable(PREDECLARED.get(name));
    }

    /** A type of which the debug information tells no more than a name. */
    public static BasicType unknown(String name) {
        return new BasicType(name, TypeKind.UNKNOWN, 0);
    }

    private static Map<String, BasicType> predeclared() {
        Map<String, BasicType> types = new HashMap<>();
        for (BasicType type : List.of(BOOL, INT, INT32, UINT8, UINT64, FLOAT64, COMPLEX128, STRING)) {
            types.put(type.name, type);
        }
        types.put("byte", UINT8);
        types.put("rune", INT32);
        types.put("int8", new BasicType("int8", TypeKind.INT, 1));
        types.put("int16", new BasicType("int16", TypeKind.INT, 2));
        types.put("int64", new BasicType("int64", TypeKind.INT, 8));
        types.put("uint", new BasicType("uint", TypeKind.UINT, 8));
        types.put("uint16", new BasicType("uint16", TypeKind.UINT, 2));
        types.put("uint32", new BasicType("uint32", TypeKind.UINT, 4));
        types.put("uintptr", new BasicType("uintptr", TypeKind.UINT, 8));
        types.put("float32", new BasicType("float32", TypeKind.FLOAT, 4));
        types.put("complex64", new BasicType("complex64", TypeKind.COMPLEX, 8));
        return types;
    }

    @Override
    public String toString() {
        return name;
    }
}
