package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.type.Type;
import java.util.Objects;

/** One of the runtime's structs, by the names of its fields as the debug information has them. */
record RuntimeStruct(Type type) {
    RuntimeStruct {
        Objects.requireNonNull(type);
    }

    /** The struct behind a map or channel. */
    static RuntimeStruct behind(Type type) {
        return new RuntimeStruct(type.representation()
                .orElseThrow(() ->
                        new Unavailable("", "the debug information does not tell how a " + type.kind() + " is kept")));
    }

    boolean has(String name) {
        return type.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    Type.Field field(String name) {
        for (Type.Field field : type.fields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        throw new Unavailable(
                "", "its layout is not known: the debug information of " + type.name() + " has no field " + name);
    }

    int offset(String name) {
        return Math.toIntExact(field(name).offset());
    }

    /** The struct that a field is or, where the field is a pointer, leads to. */
    RuntimeStruct struct(String name) {
        Type of = field(name).type();
        return new RuntimeStruct(
                of.element().filter(inner -> of.fields().isEmpty()).orElse(of));
    }
}
