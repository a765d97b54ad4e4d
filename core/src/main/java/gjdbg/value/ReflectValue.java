package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.Objects;
import java.util.Optional;

/** What a reflect.Value holds (reflect/value.go, the struct's own comments). */
public final class ReflectValue {
    private static final String NAME = "reflect.Value";
    private static final int LARGEST = 64;
    private static final long INDIRECT = 1 << 7;
    private static final long METHOD = 1 << 9;

    private ReflectValue() {}

    /**
     * The value within, in its own place; empty for the zero reflect.Value, and for a value of another type.
     *
     * @throws Unavailable for one that stands for a method, and for one of a type that is not known
     * @throws gjdbg.error.MemoryFault when it can't be read
     */
    public static Optional<Value> held(Value value) {
        Type type = Objects.requireNonNull(value).type();
        if (!(value instanceof TypedValue typed)
                || type.kind() != TypeKind.STRUCT
                || type.size() > LARGEST
                || !type.name().equals(NAME)) {
            return Optional.empty();
        }
        RuntimeStruct layout = new RuntimeStruct(type);
        // typ until Go 1.20
        Type.Field described = layout.field(layout.has("typ_") ? "typ_" : "typ");
        Type.Field pointer = layout.field("ptr");
        long flags = typed.word(layout.offset("flag"), 8);
        if (flags == 0) {
            return Optional.empty();
        }
        if ((flags & METHOD) != 0) {
            throw new Unavailable("", "it stands for a method, of which it has the receiver only");
        }
        Type dynamic = typed.context().runtimeTypes().at(new Address(typed.word(described.offset(), 8)));
        return Optional.of(
                (flags & INDIRECT) != 0
                        ? typed.elsewhere(dynamic, new Address(typed.word(pointer.offset(), 8)))
                        : typed.part(dynamic, pointer.offset()));
    }
}
