package gjdbg.script.bind;

import gjdbg.value.Reading;
import gjdbg.value.StringBytes;
import gjdbg.value.Value;
import java.util.Optional;

/** Makes of a value of the program what scripts see of it (the contract's table). */
final class ValueBinder {
    /** Pointers to pointers are followed that far; a type P *P would go round. */
    private static final int MOST_POINTERS = 16;

    private final Binding binding;

    ValueBinder(Binding binding) {
        this.binding = binding;
    }

    Object of(Value value) {
        return of(value, value, 0);
    }

    /** @param whole what {@code $value} is: the interface or pointer through which the value was reached */
    private Object of(Value value, Value whole, int pointers) {
        Reading reading = value.read();
        return switch (reading) {
            case Reading.Bool bool -> bool.value();
            case Reading.Int integer -> binding.js().integer(integer.value(), integer.unsigned());
            case Reading.Real real -> real.value();
            case Reading.Text text -> StringBytes.text(value, text);
            case Reading.Nil nil -> null;
            case Reading.Complex complex -> new ComplexObject(binding, whole, complex);
            case Reading.Struct struct -> new StructObject(binding, value, whole);
            case Reading.Sequence sequence -> new SequenceObject(binding, whole, sequence);
            case Reading.Func func -> new FuncObject(binding, whole, func);
            case Reading.Mapping map -> new MapObject(binding, value, whole);
            case Reading.Channel channel -> new ChannelObject(binding, value, whole);
            case Reading.Unreadable unreadable -> new OpaqueObject(binding, whole, unreadable.why());
            case Reading.Interface dynamic -> of(dynamic.dynamic(), whole, pointers);
            case Reading.Pointer pointer -> pointee(pointer, whole, pointers);
        };
    }

    private Object pointee(Reading.Pointer pointer, Value whole, int pointers) {
        Optional<Value> target = pointer.target();
        if (target.isEmpty()) {
            return binding.js().unsigned(pointer.address().value());
        }
        return pointers < MOST_POINTERS
                ? of(target.get(), whole, pointers + 1)
                : new OpaqueObject(binding, whole, "more than " + MOST_POINTERS + " pointers to pointers");
    }
}
