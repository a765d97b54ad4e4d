package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Types that the debug information has not got, as their descriptors in memory tell (internal/abi/type.go; runtime/type.go
 * before 1.21): those made at run time (reflect.StructOf and the like), and those that linkers left out.
 */
final class TypeDescriptors {
    private static final int MOST_FIELDS = 4096;
    private static final int LONGEST_NAME = 1024;
    private static final int NAME_EMBEDDED = 8;
    private static final int FIELD_SIZE = 24;
    private static final int KIND_MASK = 0x1f;
    private static final int FLAG_EXTRA_STAR = 2;
    private static final int FLAG_NAMED = 4;

    private final Memory memory;
    private final RuntimeTypes known;
    private final RuntimeStruct header;
    /** Until 1.18 a field's offset is shifted by one, and its lowest bit tells that it is embedded. */
    private final boolean shiftedOffsets;

    TypeDescriptors(Memory memory, RuntimeTypes known, Types types, boolean shiftedOffsets) {
        this.memory = Objects.requireNonNull(memory);
        this.known = Objects.requireNonNull(known);
        this.shiftedOffsets = shiftedOffsets;
        header = new RuntimeStruct(
                types.find(name -> name.equals("internal/abi.Type") || name.equals("runtime._type")).stream()
                        .filter(type -> type.kind() == TypeKind.STRUCT)
                        .findFirst()
                        .orElseThrow(() ->
                                new Unavailable("", "the debug information does not tell how types are described")));
    }

    /**
     * What the descriptor says.
     *
     * @param names where names that offsets lead to begin, of a type that the compiler described
     * @throws Unavailable when there is none at the address
     */
    Type at(Address descriptor, Optional<Address> names) {
        RuntimeStruct.Bits bits = header.at(descriptor, memory);
        MadeType plain = plain(descriptor, bits);
        boolean named = (bits.word(header.has("TFlag") ? "TFlag" : "tflag") & FLAG_NAMED) != 0;
        return named && names.isPresent() ? plain.named(name(bits, names.get())) : plain;
    }

    private String name(RuntimeStruct.Bits bits, Address names) {
        String name = text(names.plus((int) bits.word(header.has("Str") ? "Str" : "str")));
        boolean extraStar = (bits.word(header.has("TFlag") ? "TFlag" : "tflag") & FLAG_EXTRA_STAR) != 0;
        return extraStar && name.startsWith("*") ? name.substring(1) : name;
    }

    private MadeType plain(Address descriptor, RuntimeStruct.Bits bits) {
        int kind = (int) bits.word(header.has("Kind_") ? "Kind_" : "kind") & KIND_MASK;
        long size = bits.word(header.has("Size_") ? "Size_" : "size");
        Address rest = descriptor.plus(header.type().size());
        return switch (kind) {
            case 17 -> array(rest, size);
            case 18 -> new MadeType("chan " + part(rest, 0).name(), TypeKind.CHAN, 8, parts(rest, 0));
            case 19 -> new MadeType("func(…)", TypeKind.FUNC, 8, Parts.NONE);
            case 21 ->
                new MadeType("map[" + part(rest, 0).name() + "]" + part(rest, 8).name(), TypeKind.MAP, 8, Parts.NONE);
            case 22 -> new MadeType("*" + part(rest, 0).name(), TypeKind.POINTER, 8, parts(rest, 0));
            case 23 -> new MadeType("[]" + part(rest, 0).name(), TypeKind.SLICE, 24, parts(rest, 0));
            case 25 -> struct(rest, size);
            case 1 -> basic("bool", TypeKind.BOOL, size);
            case 2, 3, 4, 5, 6 -> basic("int" + 8 * size, TypeKind.INT, size);
            case 7, 8, 9, 10, 11, 12 -> basic("uint" + 8 * size, TypeKind.UINT, size);
            case 13, 14 -> basic("float" + 8 * size, TypeKind.FLOAT, size);
            case 15, 16 -> basic("complex" + 8 * size, TypeKind.COMPLEX, size);
            case 24 -> basic("string", TypeKind.STRING, size);
            case 26 -> new MadeType("unsafe.Pointer", TypeKind.POINTER, 8, Parts.NONE);
            // how an interface is kept only the debug information tells
            default -> throw new Unavailable("", "there is no description of a type at " + descriptor);
        };
    }

    private static MadeType basic(String name, TypeKind kind, long size) {
        if (size < 1 || size > 16) {
            throw new Unavailable("", "its type is described as a " + kind + " of " + size + " bytes");
        }
        return new MadeType(name, kind, size, Parts.NONE);
    }

    private Type part(Address rest, int offset) {
        return known.at(memory.pointer(rest.plus(offset)));
    }

    private Parts parts(Address rest, int offset) {
        return new Parts(List.of(), Optional.of(part(rest, offset)), OptionalLong.empty());
    }

    private MadeType array(Address rest, long size) {
        Type element = part(rest, 0);
        long length = memory.u64(rest.plus(16));
        Parts parts = new Parts(List.of(), Optional.of(element), OptionalLong.of(length));
        return new MadeType("[" + length + "]" + element.name(), TypeKind.ARRAY, size, parts);
    }

    private MadeType struct(Address rest, long size) {
        Address first = memory.pointer(rest.plus(8));
        long count = memory.u64(rest.plus(16));
        if (count < 0 || count > MOST_FIELDS) {
            throw new Unavailable("", "its type is described as a struct of " + count + " fields");
        }
        List<Type.Field> fields = new ArrayList<>();
        StringBuilder name = new StringBuilder("struct {");
        for (int i = 0; i < count; i++) {
            Address at = first.plus((long) i * FIELD_SIZE);
            Address fieldName = memory.pointer(at);
            Type type = known.at(memory.pointer(at.plus(8)));
            long offset = memory.u64(at.plus(16));
            boolean embedded = shiftedOffsets ? (offset & 1) != 0 : (memory.u8(fieldName) & NAME_EMBEDDED) != 0;
            fields.add(new Type.Field(text(fieldName), type, shiftedOffsets ? offset >>> 1 : offset, embedded));
            name.append(i == 0 ? " " : "; ")
                    .append(embedded ? "" : text(fieldName) + " ")
                    .append(type.name());
        }
        name.append(count == 0 ? "}" : " }");
        return new MadeType(
                name.toString(), TypeKind.STRUCT, size, new Parts(fields, Optional.empty(), OptionalLong.empty()));
    }

    /** A name: a byte of flags, its length as a varint, its characters. */
    private String text(Address name) {
        int length = 0;
        int at = 1;
        for (int shift = 0; shift < 21; shift += 7, at++) {
            int octet = memory.u8(name.plus(at));
            length |= (octet & 0x7f) << shift;
            if ((octet & 0x80) == 0) {
                break;
            }
        }
        if (length > LONGEST_NAME) {
            throw new Unavailable("", "its type is described with a name of " + length + " bytes");
        }
        return new String(memory.bytes(name.plus(at + 1), length), StandardCharsets.UTF_8);
    }

    private record Parts(List<Type.Field> fields, Optional<Type> element, OptionalLong length) {
        static final Parts NONE = new Parts(List.of(), Optional.empty(), OptionalLong.empty());
    }

    private record MadeType(String name, TypeKind kind, long size, Parts parts) implements Type {
        MadeType named(String other) {
            return new MadeType(other, kind, size, parts);
        }

        @Override
        public List<Field> fields() {
            return parts.fields();
        }

        @Override
        public Optional<Type> element() {
            return parts.element();
        }

        @Override
        public OptionalLong length() {
            return parts.length();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
