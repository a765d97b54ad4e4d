package gjdbg.value;

import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A type that the program's memory describes and its debug information does not. */
record MadeType(
        String name,
        TypeKind kind,
        long size,
        List<Field> fields,
        Optional<Type> element,
        Optional<Type> key,
        OptionalLong length,
        Optional<Type> representation)
        implements Type {

    static MadeType plain(String name, TypeKind kind, long size) {
        return new MadeType(
                name,
                kind,
                size,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** One of elements, called by the prefix and their name. */
    static MadeType of(String prefix, TypeKind kind, long size, Type element) {
        return new MadeType(
                prefix + element.name(),
                kind,
                size,
                List.of(),
                Optional.of(element),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    static MadeType array(long length, Type element, long size) {
        return new MadeType(
                "[" + length + "]" + element.name(),
                TypeKind.ARRAY,
                size,
                List.of(),
                Optional.of(element),
                Optional.empty(),
                OptionalLong.of(length),
                Optional.empty());
    }

    static MadeType struct(String name, long size, List<Field> fields) {
        return new MadeType(
                name,
                TypeKind.STRUCT,
                size,
                List.copyOf(fields),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    static MadeType map(Type key, Type element, Type representation) {
        return new MadeType(
                "map[" + key.name() + "]" + element.name(),
                TypeKind.MAP,
                8,
                List.of(),
                Optional.of(element),
                Optional.of(key),
                OptionalLong.empty(),
                Optional.of(representation));
    }

    MadeType named(String other) {
        return new MadeType(other, kind, size, fields, element, key, length, representation);
    }

    MadeType keptAs(Type struct) {
        return new MadeType(name, kind, size, fields, element, key, length, Optional.of(struct));
    }

    @Override
    public String toString() {
        return name;
    }
}
