package gjdbg.type;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A type of the program, as its debug information tells it; recursive types are made lazily. */
public interface Type {
    /** As in the source: {@code map[string]int}, {@code *main.Account}; for C as in C. */
    String name();

    TypeKind kind();

    /** Whether its name has a package, or a name with a package in it: {@code []time.Time} has. */
    default boolean isOfPackage() {
        return name().indexOf('.') >= 0;
    }

    /** In bytes. */
    long size();

    /** Of a struct, in the order of the declaration; else none. */
    default List<Field> fields() {
        return List.of();
    }

    /**
     * A struct's own field, or by a path one of a struct within it, whose offset then counts from the start of this one; empty
     * where there is no such field.
     */
    default Optional<Field> field(String... path) {
        Type within = this;
        Field found = null;
        long offset = 0;
        for (String name : path) {
            Optional<Field> next = within.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = next.get();
            offset += found.offset();
            within = found.type();
        }
        return found == null
                ? Optional.empty()
                : Optional.of(new Field(found.name(), found.type(), offset, found.embedded()));
    }

    /**
     * Of a pointer, slice, array, map (its values), channel; of an enumeration the integer type that it is kept as, where
     * that is recorded; a typedef has that of the type it names.
     */
    default Optional<Type> element() {
        return Optional.empty();
    }

    /** Whether it has negative integers; an enumeration as the integer type has that it is kept as. */
    default boolean isSigned() {
        return switch (kind()) {
            case INT -> true;
            case ENUM ->
                element()
                        .map(type -> type.kind() == TypeKind.INT || type.kind() == TypeKind.ENUM)
                        .orElse(true);
            case BOOL,
                    UINT,
                    FLOAT,
                    COMPLEX,
                    STRING,
                    POINTER,
                    STRUCT,
                    UNION,
                    ARRAY,
                    SLICE,
                    MAP,
                    CHAN,
                    FUNC,
                    INTERFACE,
                    VOID,
                    UNKNOWN -> false;
        };
    }

    /** Of a map. */
    default Optional<Type> key() {
        return Optional.empty();
    }

    /** Of an array. */
    default OptionalLong length() {
        return OptionalLong.empty();
    }

    /**
     * The struct by which the runtime keeps a value of this type: runtime.iface or runtime.eface for an interface, and for
     * a map or channel the struct that its pointer leads to; empty for other kinds.
     */
    default Optional<Type> representation() {
        return Optional.empty();
    }

    /**
     * The name that an enum of C's gives to a value, and of a Go type of a package's own that of its constant there:
     * {@code main.Monday}, or {@code main.Read|main.Write} of flags.
     */
    default Optional<String> enumerator(long value) {
        return Optional.empty();
    }

    /** @param offset in bytes from the start of the struct */
    record Field(String name, Type type, long offset, boolean embedded) {}
}
