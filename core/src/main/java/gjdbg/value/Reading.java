package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.type.Type;
import java.util.List;
import java.util.Optional;

/** What a value reads as. Parts are values themselves, read when asked. */
public sealed interface Reading {
    record Bool(boolean value) implements Reading {}

    /** @param value the 64 bits, sign-extended or not as the type says */
    record Int(long value, boolean unsigned) implements Reading {}

    record Real(double value) implements Reading {}

    record Complex(double real, double imaginary) implements Reading {}

    /** @param text the string's bytes as UTF-8; @param length its whole length in bytes, of which text may hold only the first */
    record Text(String text, long length) implements Reading {}

    /** A nil pointer, map, channel, func, slice or interface. */
    record Nil() implements Reading {}

    /** @param target what it points at, where the type is known */
    record Pointer(Address address, Optional<Value> target) implements Reading {}

    record Struct(List<Member> members) implements Reading {}

    /** An array or a slice; elements are made when asked for. */
    interface Elements {
        Value at(long index);
    }

    record Sequence(long length, long capacity, Elements elements) implements Reading {}

    /** @param dynamic the value within, whose type is the dynamic type */
    record Interface(Value dynamic) implements Reading {}

    /** @param name the function's name, or "" where unknown */
    record Func(Address entry, String name, String file, int line) implements Reading {}

    /** A map or channel, whose contents need the runtime's own layout. */
    record Reference(Type type, Address address) implements Reading {}

    record Unreadable(String why) implements Reading {}

    record Member(String name, boolean embedded, Value value) {}
}
