package gjdbg.expr;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Selectors, indexing, slicing and pointers. */
final class Parts {
    private Parts() {}

    static Value selector(Value of, String name, int column) {
        Value struct = of;
        if (of.type().kind() == TypeKind.INTERFACE
                && Operands.readable(of) instanceof Reading.Interface(Value dynamic)) {
            struct = dynamic;
        }
        Optional<Value> field = struct.field(name);
        if (field.isPresent()) {
            return field.get();
        }
        throw Problem.at(column, "a value of type " + of.type().name() + " has no field '" + name + "'");
    }

    static Value dereference(Value of, int column) {
        return switch (Operands.readable(of)) {
            case Reading.Pointer pointer
            when pointer.target().isPresent() -> pointer.target().get();
            case Reading.Nil _
            when of.type().kind() == TypeKind.POINTER ->
                throw new Unavailable("", "a nil pointer of type " + of.type().name() + " points at nothing");
            default ->
                throw Problem.at(
                        column,
                        "'*' needs a pointer to a known type, not " + of.type().name());
        };
    }

    static Operand addressOf(Value of, int column) {
        Address address = of.place()
                .inMemory()
                .orElseThrow(() -> Problem.at(
                        column, "this " + of.type().name() + " has no address: it is not in memory at this point"));
        DerivedType type = DerivedType.pointerTo(of.type());
        return new Operand.Whole(new ComputedValue(type, new Reading.Pointer(address, Optional.of(of))));
    }

    static Operand index(Operand of, Operand index, int column) {
        if (of instanceof Operand.Text(Type _, String text)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long at = checked(integer(index, column), bytes.length - 1L, bytes.length, column);
            return new Operand.Integer(BasicType.UINT8, bytes[(int) at] & 0xff);
        }
        Value value = of.toValue();
        if (value.type().kind() == TypeKind.MAP) {
            return MapIndex.of(value, index, column);
        }
        Value sequence = throughPointer(value);
        return switch (Operands.readable(sequence)) {
            case Reading.Sequence elements -> {
                long at = checked(integer(index, column), elements.length() - 1, elements.length(), column);
                yield new Operand.Whole(elements.elements().at(at));
            }
            case Reading.Nil _
            when sequence.type().kind() == TypeKind.SLICE ->
                throw Problem.at(column, "the slice is nil and has no elements");
            default -> throw Problem.at(column, "a value of type " + of.typeName() + " can't be indexed");
        };
    }

    /** @param low null where it is left out; @param high likewise */
    static Operand slice(Operand of, Operand low, Operand high, int column) {
        if (of instanceof Operand.Text(Type type, String text)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long end = high == null ? bytes.length : checked(integer(high, column), bytes.length, bytes.length, column);
            long start = low == null ? 0 : checked(integer(low, column), end, bytes.length, column);
            byte[] part = Arrays.copyOfRange(bytes, (int) start, (int) end);
            return new Operand.Text(type, new String(part, StandardCharsets.UTF_8));
        }
        Value sequence = throughPointer(of.toValue());
        Type type = sequence.type();
        Reading reading = Operands.readable(sequence);
        if (reading instanceof Reading.Nil && type.kind() == TypeKind.SLICE) {
            reading = new Reading.Sequence(0, 0, index -> sequence);
        }
        if (!(reading instanceof Reading.Sequence elements)) {
            throw Problem.at(column, "a value of type " + of.typeName() + " can't be sliced");
        }
        long length = elements.length();
        long end = high == null ? length : checked(integer(high, column), length, length, column);
        long start = low == null ? 0 : checked(integer(low, column), end, length, column);
        Type result = type.kind() == TypeKind.SLICE
                ? type
                : DerivedType.sliceOf(type.element().orElseThrow(() -> Problem.at(column, "an array of unknown type")));
        return new Operand.Whole(new ComputedValue(
                result,
                new Reading.Sequence(
                        end - start,
                        elements.capacity() - start,
                        index -> elements.elements().at(start + index))));
    }

    static Operand length(boolean capacity, Operand of, int column) {
        if (of instanceof Operand.Text(Type _, String text) && !capacity) {
            return integer(text.getBytes(StandardCharsets.UTF_8).length);
        }
        Value value = throughPointer(of.toValue());
        return switch (Operands.readable(value)) {
            case Reading.Sequence sequence -> integer(capacity ? sequence.capacity() : sequence.length());
            case Reading.Nil _
            when value.type().kind() != TypeKind.POINTER && value.type().kind() != TypeKind.INTERFACE -> integer(0);
            case Reading.Channel channel -> integer(capacity ? channel.capacity() : channel.length());
            case Reading.Mapping map when !capacity -> integer(map.size());
            default -> throw Problem.at(column, "a value of type " + of.typeName() + " has no length");
        };
    }

    private static Operand integer(long value) {
        return new Operand.Integer(BasicType.INT, value);
    }

    /** Go indexes an array through a pointer to it. */
    private static Value throughPointer(Value value) {
        boolean toArray = value.type().kind() == TypeKind.POINTER
                && value.type()
                        .element()
                        .filter(type -> type.kind() == TypeKind.ARRAY)
                        .isPresent();
        return toArray && Operands.readable(value) instanceof Reading.Pointer pointer
                ? pointer.target().orElse(value)
                : value;
    }

    private static long integer(Operand index, int column) {
        return switch (index) {
            case Operand.Integer integer when !integer.unsigned() || integer.value() >= 0 -> integer.value();
            case Operand.UntypedInteger constant
            when constant.value().bitLength() < 64 -> constant.value().longValue();
            default -> throw Problem.at(column, "an index must be an integer, not " + index.typeName());
        };
    }

    private static long checked(long index, long most, long length, int column) {
        if (index < 0 || index > most) {
            throw Problem.at(column, "index " + index + " is out of range with length " + length);
        }
        return index;
    }
}
