package gjdbg.expr;

import gjdbg.expr.Operand.Number;
import gjdbg.target.Address;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.ComputedValue;
import gjdbg.value.Place;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.TypedValue;
import gjdbg.value.Value;
import java.util.Arrays;
import java.util.Optional;

/** Indexing and slicing (The Go Programming Language Specification, "Index expressions", "Slice expressions"). */
final class Elements {
    /** The bounds of a slice expression. */
    record Bounds(Optional<Operand> low, Optional<Operand> high, Optional<Operand> max) {}

    private final ProgramScope scope;
    private final Spot at;

    Elements(ProgramScope scope, Spot at) {
        this.scope = scope;
        this.at = at;
    }

    /** @param of not read yet where it is one of the program's values */
    Operand index(Operand of, Operand index) {
        if (of instanceof Operand.Text(Type _, byte[] bytes)) {
            long position = checked(integer(index), bytes.length - 1L, bytes.length);
            return new Operand.Integer(BasicType.UINT8, bytes[(int) position] & 0xff);
        }
        Value value = throughPointer(Operands.value(of, at));
        if (isComputedText(value)) {
            return index(Operands.of(value, at), index);
        }
        if (value.type().kind() == TypeKind.MAP) {
            return MapIndex.of(value, index, at);
        }
        if (value.type().kind() == TypeKind.STRING && value instanceof TypedValue) {
            Header header = Header.of(value, at);
            long position = checked(integer(index), header.length() - 1, header.length());
            return new Operand.Whole(scope.at(BasicType.UINT8, header.address().plus(position)));
        }
        return switch (Operands.readable(value, at)) {
            case Reading.Sequence elements -> {
                long position = checked(integer(index), elements.length() - 1, elements.length());
                yield new Operand.Whole(elements.elements().at(position));
            }
            case Reading.Nil _
            when value.type().kind() == TypeKind.SLICE -> throw at.problem("the slice is nil and has no elements");
            default -> throw at.problem("a value of type " + Operands.typeName(of) + " can't be indexed");
        };
    }

    /** @param of not read yet where it is one of the program's values */
    Operand slice(Operand of, Bounds bounds) {
        if (of instanceof Operand.Text(Type type, byte[] bytes)) {
            Range range = range(bounds, bytes.length, bytes.length, true);
            return new Operand.Text(
                    Untyped.defaultOf(type), Arrays.copyOfRange(bytes, (int) range.low(), (int) range.high()));
        }
        Value value = throughPointer(Operands.value(of, at));
        if (isComputedText(value)) {
            return slice(Operands.of(value, at), bounds);
        }
        Type type = value.type();
        boolean inMemory = value instanceof TypedValue;
        boolean whole = type.kind() == TypeKind.STRING || type.kind() == TypeKind.SLICE && !isPartial(value);
        if (inMemory && whole) {
            Header header = Header.of(value, at);
            Range range = range(bounds, header.length(), header.capacity(), type.kind() == TypeKind.STRING);
            return made(type, header.address(), range, type.kind() == TypeKind.STRING ? 1 : elementSize(type));
        }
        if (type.kind() == TypeKind.ARRAY && value.place().inMemory().isPresent()) {
            long length = type.length().orElse(0);
            Range range = range(bounds, length, length, false);
            Type element = type.element().orElseThrow(() -> at.problem("an array of unknown type"));
            return made(DerivedType.sliceOf(element), value.place().inMemory().get(), range, element.size());
        }
        return computed(value, bounds);
    }

    /** A slice of which the compiler has dropped something. */
    private static boolean isPartial(Value value) {
        return value.place() instanceof Place.Pieces(var pieces)
                && pieces.stream().anyMatch(piece -> piece.place() instanceof Place.Nowhere);
    }

    private static boolean isComputedText(Value value) {
        return value.type().kind() == TypeKind.STRING && !(value instanceof TypedValue);
    }

    private Operand made(Type type, Address start, Range range, long size) {
        Header header = new Header(
                range.max() == range.low() ? start : start.plus(range.low() * size),
                range.high() - range.low(),
                range.max() - range.low());
        return new Operand.Whole(scope.made(type, header.bytes(type.kind())));
    }

    private long elementSize(Type type) {
        return type.element()
                .orElseThrow(() -> at.problem("a slice of unknown type"))
                .size();
    }

    /** Of an array in registers, or of what an expression made. */
    private Operand computed(Value value, Bounds bounds) {
        Type type = value.type();
        if (!(Operands.readable(value, at) instanceof Reading.Sequence elements)) {
            throw at.problem("a value of type " + type.name() + " can't be sliced");
        }
        Range range = range(bounds, elements.length(), elements.length(), false);
        Type result = type.kind() == TypeKind.SLICE
                ? type
                : DerivedType.sliceOf(type.element().orElseThrow(() -> at.problem("an array of unknown type")));
        long low = range.low();
        return new Operand.Whole(new ComputedValue(
                result,
                new Reading.Sequence(
                        range.high() - low,
                        bounds.max().isEmpty() && elements.capacity() == Reading.Sequence.UNKNOWN
                                ? Reading.Sequence.UNKNOWN
                                : (bounds.max().isPresent() ? range.max() : elements.capacity()) - low,
                        index -> elements.elements().at(low + index))));
    }

    private record Range(long low, long high, long max) {}

    private Range range(Bounds bounds, long length, long capacity, boolean string) {
        if (string && bounds.max().isPresent()) {
            throw at.problem("a string has no capacity to set");
        }
        long max = bounds.max().isPresent() ? checked(integer(bounds.max().get()), capacity, capacity) : capacity;
        long high =
                bounds.high().isPresent() ? checked(integer(bounds.high().get()), max, string ? length : max) : length;
        if (high > max) {
            throw at.problem("the length " + high + " is beyond the capacity " + max);
        }
        long low = bounds.low().isPresent() ? checked(integer(bounds.low().get()), high, high) : 0;
        return new Range(low, high, max);
    }

    /** Go indexes an array through a pointer to it. */
    Value throughPointer(Value value) {
        boolean toArray = value.type().kind() == TypeKind.POINTER
                && value.type()
                        .element()
                        .filter(type -> type.kind() == TypeKind.ARRAY)
                        .isPresent();
        if (!toArray) {
            return value;
        }
        return switch (Operands.readable(value, at)) {
            case Reading.Pointer pointer
            when pointer.target().isPresent() -> pointer.target().get();
            case Reading.Nil _ -> throw at.unavailable("the " + value.type().name() + " is nil");
            default -> value;
        };
    }

    long integer(Operand index) {
        Operand operand = index instanceof Number number && Untyped.is(number.type())
                ? Constants.as(number, BasicType.INT, at)
                : index instanceof Operand.Delayed ? Conversion.implicit(index, BasicType.INT, at) : index;
        Operand settled = operand instanceof Number number ? Constants.settled(number, at) : operand;
        if (settled instanceof Operand.Integer integer) {
            if (integer.unsigned() && integer.value() < 0) {
                throw at.problem("index " + Long.toUnsignedString(integer.value()) + " is out of range");
            }
            return integer.value();
        }
        throw at.problem("an index must be an integer, not " + Operands.typeName(index));
    }

    private long checked(long index, long most, long length) {
        if (index < 0 || index > most) {
            throw at.problem("index " + index + " is out of range with length " + length);
        }
        return index;
    }
}
