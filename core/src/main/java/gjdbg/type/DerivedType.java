package gjdbg.type;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A pointer or slice type that an expression makes: the debug information need not have it. */
public record DerivedType(String name, TypeKind kind, long size, Type of) implements Type {
    public DerivedType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(of);
    }

    public static DerivedType pointerTo(Type type) {
        return new DerivedType("*" + type.name(), TypeKind.POINTER, 8, type);
    }

    public static DerivedType sliceOf(Type type) {
        return new DerivedType("[]" + type.name(), TypeKind.SLICE, 24, type);
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Optional<Type> element() {
        return Optional.of(of);
    }

    @Override
    public Optional<Type> key() {
        return Optional.empty();
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
