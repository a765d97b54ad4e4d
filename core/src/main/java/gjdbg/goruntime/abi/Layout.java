package gjdbg.goruntime.abi;

import gjdbg.type.Type;

/** Alignments of Go types on amd64 (Go's internal ABI specification, "Memory layout"). */
final class Layout {
    private Layout() {}

    /** In bytes. */
    static long alignment(Type type) {
        return switch (type.kind()) {
            case BOOL, INT, UINT, FLOAT, ENUM -> Math.clamp(type.size(), 1, 8);
            case COMPLEX -> Math.clamp(type.size() / 2, 1, 8);
            case STRING, POINTER, SLICE, MAP, CHAN, FUNC, INTERFACE -> 8;
            case ARRAY -> type.element().map(Layout::alignment).orElse(1L);
            case STRUCT, UNION -> {
                long most = 1;
                for (Type.Field field : type.fields()) {
                    most = Math.max(most, alignment(field.type()));
                }
                yield most;
            }
            case VOID, UNKNOWN -> 1;
        };
    }

    static long aligned(long offset, long alignment) {
        return (offset + alignment - 1) & -alignment;
    }
}
