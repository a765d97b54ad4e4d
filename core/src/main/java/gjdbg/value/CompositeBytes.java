package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.List;

/** The bytes of a struct or array that an expression made, all of them before the first is written. */
final class CompositeBytes {
    private static final int MOST_BYTES = 16 << 20;

    private final byte[] bytes;

    private CompositeBytes(int size) {
        bytes = new byte[size];
    }

    static boolean has(Value value) {
        return value instanceof ComputedValue(Type type, Reading read)
                && (read instanceof Reading.Struct
                        || read instanceof Reading.Sequence && type.kind() == TypeKind.ARRAY);
    }

    /** @throws BadRequest where a part of it would need memory of the program */
    static byte[] of(TypedValue target, Value made) {
        long size = target.type().size();
        if (size > MOST_BYTES) {
            throw new BadRequest("a value of type " + target.type().name() + " has " + size
                    + " bytes: too many to set at once; set its parts");
        }
        CompositeBytes all = new CompositeBytes((int) size);
        all.put(0, target, made);
        return all.bytes;
    }

    private void put(long offset, TypedValue target, Value value) {
        byte[] part = new byte[0];
        switch (value) {
            case ComputedValue(Type type, Reading.Struct(List<Reading.Member> members)) -> {
                List<Type.Field> fields = type.fields();
                for (int i = 0; i < members.size(); i++) {
                    Type.Field field = fields.get(i);
                    put(
                            offset + field.offset(),
                            target.part(field.type(), field.offset()),
                            members.get(i).value());
                }
            }
            case ComputedValue(Type type, Reading.Sequence elements)
            when type.kind() == TypeKind.ARRAY -> {
                Type element = type.element().orElseThrow();
                for (long i = 0; i < elements.length(); i++) {
                    long at = i * element.size();
                    put(
                            offset + at,
                            target.part(element, at),
                            elements.elements().at(i));
                }
            }
            case ComputedValue computed -> part = ValueWriter.encoded(target, ValueWriter.plain(target, computed));
            case ComputedText text -> part = ValueWriter.encoded(target, text.content());
            default -> part = value.bytes();
        }
        System.arraycopy(part, 0, bytes, (int) offset, part.length);
    }
}
