package gjdbg.type;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A pointer, slice or array type that an expression makes: the debug information need not have it.
 *
 * @param count of an array's elements, else 0
 */
public record DerivedType(String name, TypeKind kind, long size, Type of, long count) implements Type {
    public DerivedType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(of);
    }

    /** As Go writes it. */
    public static DerivedType pointerTo(Type type) {
        return new DerivedType("*" + type.name(), TypeKind.POINTER, 8, type, 0);
    }

    /** As C writes it. */
    public static DerivedType cPointerTo(Type type) {
        return new DerivedType(Declarators.pointerTo(type.name()), TypeKind.POINTER, 8, type, 0);
    }

    public static DerivedType sliceOf(Type type) {
        return new DerivedType("[]" + type.name(), TypeKind.SLICE, 24, type, 0);
    }

    /** As Go writes it; its size must fit into 63 bits. */
    public static DerivedType arrayOf(long count, Type type) {
        return new DerivedType(
                "[" + count + "]" + type.name(), TypeKind.ARRAY, Math.multiplyExact(count, type.size()), type, count);
    }

    /** As C writes it; its size must fit into 63 bits. */
    public static DerivedType cArrayOf(long count, Type type) {
        String name = Declarators.arrayOf(type.name(), count);
        return new DerivedType(name, TypeKind.ARRAY, Math.multiplyExact(count, type.size()), type, count);
    }

    @Override
    public Optional<Type> element() {
        return Optional.of(of);
    }

    @Override
    public OptionalLong length() {
        return kind == TypeKind.ARRAY ? OptionalLong.of(count) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
