package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code x.(I)} gives: an interface of another type that holds the same value.
 *
 * @param origin the interface of the program that it comes from
 * @param dynamic what that holds
 */
public record InterfaceAssertion(Type type, TypedValue origin, Value dynamic) implements PlacelessValue {
    public InterfaceAssertion {
        Objects.requireNonNull(type);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(dynamic);
    }

    /**
     * Empty where what the interface holds lacks a method of the wanted type.
     *
     * @param value of an interface type
     * @param dynamic what it holds
     * @param wanted an interface type
     * @throws Unavailable when the program does not tell, with the reason
     * @throws gjdbg.error.MemoryFault when its memory can't be read
     */
    public static Optional<Value> of(Value value, Value dynamic, Type wanted) {
        TypedValue origin =
                switch (value) {
                    case TypedValue typed -> typed;
                    case InterfaceAssertion earlier -> earlier.origin;
                    default ->
                        throw new Unavailable("", "whether it is a " + wanted.name() + " is not known: it is computed");
                };
        Address first = new Address(origin.word(0, 8));
        boolean holds = wanted.name().equals("interface {}")
                || origin.context().runtimeTypes().hasMethodsOf(InterfaceReader.descriptor(first, origin), wanted);
        return holds ? Optional.of(new InterfaceAssertion(wanted, origin, dynamic)) : Optional.empty();
    }

    @Override
    public Reading read() {
        return new Reading.Interface(dynamic);
    }

    @Override
    public Optional<Value> field(String name) {
        return dynamic.field(name);
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
