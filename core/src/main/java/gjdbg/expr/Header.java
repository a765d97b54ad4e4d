package gjdbg.expr;

import gjdbg.target.Address;
import gjdbg.type.TypeKind;
import gjdbg.value.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The words of a string or slice (reflect.StringHeader, reflect.SliceHeader).
 *
 * @param capacity the length, of a string
 */
record Header(Address address, long length, long capacity) {
    /** No memory of a process on amd64 is larger. */
    static final long SANE = 1L << 47;

    static Header of(Value value, Spot at) {
        boolean slice = value.type().kind() == TypeKind.SLICE;
        ByteBuffer words = ByteBuffer.wrap(value.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (words.capacity() < (slice ? 24 : 16)) {
            throw at.unavailable("a " + value.type().name() + " of " + words.capacity() + " bytes is not known");
        }
        Header header = new Header(
                new Address(words.getLong(0)), words.getLong(8), slice ? words.getLong(16) : words.getLong(8));
        if (header.length < 0 || header.capacity < header.length || header.capacity > SANE) {
            throw at.unavailable("its length of " + header.length + " and capacity of " + header.capacity
                    + " make no sense: the variable may not be set yet at this point");
        }
        return header;
    }

    byte[] bytes(TypeKind kind) {
        ByteBuffer words = ByteBuffer.allocate(kind == TypeKind.SLICE ? 24 : 16).order(ByteOrder.LITTLE_ENDIAN);
        words.putLong(address.value()).putLong(length);
        if (kind == TypeKind.SLICE) {
            words.putLong(capacity);
        }
        return words.array();
    }
}
