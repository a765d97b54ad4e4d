package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Room;
import gjdbg.type.BitField;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes new values over old ones. All of a value is checked before the first byte is written. */
final class ValueWriter {
    /** Of structs and arrays in one another. */
    private static final int MOST_DEPTH = 100;

    private final List<Runnable> writes = new ArrayList<>();
    private int depth;

    private ValueWriter() {}

    static void set(TypedValue target, Object given) {
        ValueWriter writer = new ValueWriter();
        writer.plan(target, given);
        writer.writes.forEach(Runnable::run);
    }

    private void plan(TypedValue target, Object given) {
        switch (given) {
            case TypedValue value -> copy(target, value);
            case ComputedText text when target.type().kind() == TypeKind.STRING -> plain(target, text.content());
            case ComputedText text -> plain(target, new String(text.content(), StandardCharsets.UTF_8));
            case ComputedValue computed -> made(target, computed);
            case Value value -> copy(target, value);
            default -> plain(target, given);
        }
    }

    private void plain(TypedValue target, Object given) {
        Type type = target.type();
        switch (type.kind()) {
            case BOOL, INT, UINT, ENUM -> number(target, given);
            case FLOAT, COMPLEX -> write(target, Scalars.bytes(type, given));
            case POINTER -> write(target, Scalars.word(address(target, given), 8));
            case MAP, CHAN, FUNC, INTERFACE -> write(target, nil(type, given));
            case SLICE -> write(target, slice(target, given));
            case STRING -> write(target, string(target, given));
            case STRUCT, UNION -> fields(target, given);
            case ARRAY -> array(target, given);
            case VOID, UNKNOWN -> throw Scalars.mismatch(type, given);
        }
    }

    private void write(TypedValue target, byte[] bytes) {
        target.requireWritable();
        writes.add(() -> target.write(0, bytes));
    }

    /** A bit-field shares its bytes with others, which may be set along with it. */
    private void number(TypedValue target, Object given) {
        if (!(target.type() instanceof BitField field)) {
            write(target, Scalars.bytes(target.type(), given));
            return;
        }
        long value = Scalars.number(field, given);
        int size = Scalars.size(field);
        target.requireWritable();
        writes.add(() -> target.write(0, Scalars.word(field.insert(target.word(0, size), value), size)));
    }

    /** What an expression made of the program's values has no bytes there. */
    private void made(TypedValue target, ComputedValue computed) {
        Type type = target.type();
        switch (computed.read()) {
            case Reading.Struct(var members) -> {
                requireSame(type, computed.type());
                deeper();
                for (int i = 0; i < members.size(); i++) {
                    Type.Field field = type.fields().get(i);
                    part(
                            "field " + field.name(),
                            target.part(field.type(), field.offset()),
                            members.get(i).value());
                }
                depth--;
            }
            case Reading.Sequence sequence -> {
                requireSame(type, computed.type());
                requireRoom(sequence.length());
                List<Value> elements = new ArrayList<>();
                for (long i = 0; i < sequence.length(); i++) {
                    elements.add(sequence.elements().at(i));
                }
                plain(target, elements);
            }
            default -> plain(target, plain(type, computed));
        }
    }

    private static Object plain(Type type, ComputedValue computed) {
        return switch (computed.read()) {
            case Reading.Bool bool -> bool.value();
            case Reading.Int number ->
                number.unsigned()
                        ? new BigInteger(Long.toUnsignedString(number.value()))
                        : BigInteger.valueOf(number.value());
            case Reading.Real real -> real.value();
            case Reading.Complex complex -> complex;
            case Reading.Text text -> StringBytes.text(computed, text);
            case Reading.Nil nil -> nil;
            case Reading.Pointer pointer -> pointer.address();
            case Reading.Struct _,
                    Reading.Sequence _,
                    Reading.Interface _,
                    Reading.Func _,
                    Reading.Mapping _,
                    Reading.Channel _,
                    Reading.Unreadable _ ->
                throw new BadRequest(
                        "a value of type " + type.name() + " can't be set to what an expression made: " + computed);
        };
    }

    private void copy(TypedValue target, Value value) {
        Type to = target.type();
        Type from = value.type();
        Optional<Address> address = value.place().inMemory();
        boolean pointee = to.kind() == TypeKind.POINTER
                && to.element().filter(type -> type.name().equals(from.name())).isPresent();
        write(
                target,
                pointee && address.isPresent() ? Scalars.word(address.get().value(), 8) : copied(to, value));
    }

    private static byte[] copied(Type to, Value value) {
        requireSame(to, value.type());
        return value.bytes();
    }

    private static void requireSame(Type to, Type from) {
        if (!to.name().equals(from.name()) || to.size() != from.size() || to.kind() != from.kind()) {
            throw new BadRequest(
                    "a value of type " + from.name() + " can't be put where one of type " + to.name() + " is");
        }
    }

    private static byte[] nil(Type type, Object given) {
        if (given instanceof Reading.Nil) {
            return new byte[(int) type.size()];
        }
        throw type.kind() == TypeKind.INTERFACE
                ? new BadRequest(
                        "a value of type " + type.name() + " can only be set to nil or to another one of its type")
                : Scalars.mismatch(type, given);
    }

    private static long address(TypedValue target, Object given) {
        return switch (given) {
            case Address address -> address.value();
            case Reading.Nil _ -> 0;
            case Long number -> number;
            case Integer number -> Integer.toUnsignedLong(number);
            case BigInteger big when big.signum() >= 0 && big.bitLength() <= 64 -> big.longValue();
            case String text
            when target.type().element().filter(CText::isChar).isPresent() -> {
                byte[] bytes = utf8(text);
                yield put(target, Arrays.copyOf(bytes, bytes.length + 1)).value();
            }
            default -> throw Scalars.mismatch(target.type(), given);
        };
    }

    /** The new text goes into room of its own: the bytes of the old one may be those of other strings and of map keys too. */
    private static byte[] string(TypedValue target, Object given) {
        byte[] bytes =
                switch (given) {
                    case String text -> utf8(text);
                    case byte[] text -> text;
                    default -> throw Scalars.mismatch(target.type(), given);
                };
        return bytes.length == 0 ? new byte[16] : words(put(target, bytes).value(), bytes.length);
    }

    private static byte[] slice(TypedValue target, Object given) {
        Type type = target.type();
        if (given instanceof Reading.Nil) {
            return new byte[(int) type.size()];
        }
        Type element = type.element().orElseThrow(() -> Scalars.mismatch(type, given));
        boolean bytes = element.kind() == TypeKind.UINT && element.size() == 1;
        byte[] content =
                switch (given) {
                    case byte[] plain when bytes -> plain;
                    case String text when bytes -> utf8(text);
                    case List<?> list -> elements(element, list);
                    default -> throw Scalars.mismatch(type, given);
                };
        long length = element.size() == 0 ? 0 : content.length / element.size();
        return words(put(target, content).value(), length, length);
    }

    /** The garbage collector does not look into the room, so that what is there may lead to nothing of the program's. */
    private static byte[] elements(Type element, List<?> list) {
        if (!Scalars.isScalar(element.kind())) {
            throw new BadRequest(
                    "only slices of numbers and booleans can be made, for the program's garbage collector does not"
                            + " look at what gjdbg makes; set elements of type " + element.name()
                            + " one by one, or the slice to another one");
        }
        requireRoom(list.size() * element.size());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < list.size(); i++) {
            try {
                all.writeBytes(scalar(element, list.get(i)));
            } catch (BadRequest e) {
                throw new BadRequest("element " + i + ": " + e.getMessage(), e);
            }
        }
        return all.toByteArray();
    }

    private static byte[] scalar(Type type, Object given) {
        return switch (given) {
            case TypedValue value -> copied(type, value);
            case ComputedValue computed -> Scalars.bytes(type, plain(type, computed));
            default -> Scalars.bytes(type, given);
        };
    }

    /** The fields that are named, promoted ones too; the others stay. */
    private void fields(TypedValue target, Object given) {
        Type type = target.type();
        if (!(given instanceof Map<?, ?> members)) {
            throw refusal(type, "an object of its fields");
        }
        deeper();
        members.forEach((name, member) -> {
            TypedValue field = FieldSearch.find(target, (String) name)
                    .orElseThrow(
                            () -> new BadRequest("a value of type " + type.name() + " has no field '" + name + "'"));
            part("field " + name, field, member);
        });
        depth--;
    }

    private void array(TypedValue target, Object given) {
        Type type = target.type();
        Type element = type.element().orElseThrow(() -> Scalars.mismatch(type, given));
        if (given instanceof String text && CText.isChar(element)) {
            write(target, characters(type, text));
            return;
        }
        List<?> list =
                switch (given) {
                    case List<?> elements -> elements;
                    case byte[] bytes -> numbers(bytes);
                    default -> throw refusal(type, "an array of its elements");
                };
        if (list.size() != type.length().orElse(-1)) {
            throw new BadRequest("a value of type " + type.name() + " has "
                    + type.length().orElse(0) + " elements and can't be set to " + list.size());
        }
        if (Scalars.isScalar(element.kind())) {
            write(target, elements(element, list));
            return;
        }
        deeper();
        for (int i = 0; i < list.size(); i++) {
            part("element " + i, target.part(element, i * element.size()), list.get(i));
        }
        depth--;
    }

    /** Up to its null character, of which the last is one in any case. */
    private static byte[] characters(Type type, String text) {
        byte[] bytes = utf8(text);
        if (bytes.length >= type.size()) {
            throw new BadRequest("a text of " + bytes.length + " bytes and its end do not fit into " + type.name());
        }
        return Arrays.copyOf(bytes, (int) type.size());
    }

    private static List<Long> numbers(byte[] bytes) {
        List<Long> numbers = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            numbers.add(each & 0xffL);
        }
        return numbers;
    }

    private void part(String name, TypedValue part, Object given) {
        try {
            plan(part, given);
        } catch (BadRequest e) {
            throw new BadRequest(name + ": " + e.getMessage(), e);
        } catch (Unavailable e) {
            throw new Unavailable(name, e.why());
        }
    }

    private void deeper() {
        if (++depth > MOST_DEPTH) {
            throw new BadRequest(
                    "values of more than " + MOST_DEPTH + " structs and arrays in one another can't be set");
        }
    }

    private static BadRequest refusal(Type type, String parts) {
        return new BadRequest(
                "a value of type " + type.name() + " can only be set to another one of its type or to " + parts);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Address put(TypedValue target, byte[] bytes) {
        requireRoom(bytes.length);
        // before room is taken that would be of no use
        target.requireWritable();
        return target.context().room().put(bytes);
    }

    private static void requireRoom(long size) {
        if (size > Room.MOST) {
            throw new BadRequest("a value of " + size + " bytes is longer than the " + Room.MOST + " that can be set");
        }
    }

    private static byte[] words(long... words) {
        byte[] bytes = new byte[8 * words.length];
        for (int i = 0; i < words.length; i++) {
            System.arraycopy(Scalars.word(words[i], 8), 0, bytes, 8 * i, 8);
        }
        return bytes;
    }
}
