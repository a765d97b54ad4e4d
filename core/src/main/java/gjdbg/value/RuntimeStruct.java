package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.Objects;

/** One of the runtime's structs, by the names of its fields as the debug information has them. */
record RuntimeStruct(Type type) {
    private static final int LARGEST = 4096;
    private static final int MOST_POINTERS = 2;

    RuntimeStruct {
        Objects.requireNonNull(type);
    }

    /** The struct behind a map or channel. */
    static RuntimeStruct behind(Type type) {
        return new RuntimeStruct(type.representation()
                .orElseThrow(() ->
                        new Unavailable("", "the debug information does not tell how a " + type.kind() + " is kept")));
    }

    boolean has(String name) {
        return type.fields().stream().anyMatch(field -> field.name().equals(name));
    }

    Type.Field field(String name) {
        for (Type.Field field : type.fields()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        throw new Unavailable(
                "", "its layout is not known: the debug information of " + type.name() + " has no field " + name);
    }

    long offset(String name) {
        return field(name).offset();
    }

    /** Reads one of them whole. */
    Bits at(Address address, Memory memory) {
        if (type.size() > LARGEST) {
            throw new Unavailable("", "its layout is not known: a " + type.name() + " of " + type.size() + " bytes");
        }
        return new Bits(this, memory.bytes(address, (int) type.size()));
    }

    /** The bytes of one of them. */
    record Bits(RuntimeStruct struct, byte[] bytes) {
        /** The unsigned number, or the address, in a field of up to 8 bytes. */
        long word(String name) {
            Type.Field field = struct.field(name);
            long size = field.type().size();
            if (size < 1 || size > 8 || field.offset() < 0 || field.offset() + size > bytes.length) {
                throw new Unavailable(
                        "", "its layout is not known: field " + name + " of " + struct.type.name() + " is no word");
            }
            long word = 0;
            for (int i = (int) size - 1; i >= 0; i--) {
                word = word << 8 | bytes[(int) field.offset() + i] & 0xff;
            }
            return word;
        }
    }

    /** The struct that a field is or, where the field is a pointer or a pointer to one, leads to. */
    RuntimeStruct struct(String name) {
        Type of = field(name).type();
        for (int i = 0; i < MOST_POINTERS && of.kind() == TypeKind.POINTER; i++) {
            of = of.element().orElseThrow(() -> new Unavailable("", "its layout is not known: that of field " + name));
        }
        return new RuntimeStruct(of);
    }
}
