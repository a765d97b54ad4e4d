package gjdbg.type;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A type of the program, as its debug information tells it; recursive types are made lazily. */
public interface Type {
    /** As in the source: {@code map[string]int}, {@code *main.Account}; for C as in C. */
    String name();

    TypeKind kind();

    /** In bytes. */
    long size();

    /** Of a struct, in the order of the declaration; else none. */
    List<Field> fields();

    /** Of a pointer, slice, array, map (its values), channel; and what a typedef names. */
    Optional<Type> element();

    Optional<Type> key();

    /** Of an array. */
    OptionalLong length();

    /** @param offset in bytes from the start of the struct */
    record Field(String name, Type type, long offset, boolean embedded) {}
}
