package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.DescriptorStructs;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Types that the debug information has not got, as their descriptors in memory tell (internal/abi/type.go; runtime/type.go
 * before 1.21): those made at run time (reflect.StructOf and the like), and those that linkers left out.
 */
final class TypeDescriptors {
    private static final int MOST_FIELDS = 4096;
    private static final int LONGEST_NAME = 1024;
    private static final int NAME_EMBEDDED = 8;
    private static final int FLAG_EXTRA_STAR = 2;
    private static final int FLAG_NAMED = 4;

    private final Memory memory;
    private final RuntimeTypes known;
    private final Types types;
    private final RuntimeStruct header;
    private MapDescriptors maps;
    /** Until 1.18 a field's offset is shifted by one, and its lowest bit tells that it is embedded. */
    private final boolean shiftedOffsets;

    TypeDescriptors(Memory memory, RuntimeTypes known, Types types, boolean shiftedOffsets) {
        this.memory = Objects.requireNonNull(memory);
        this.known = Objects.requireNonNull(known);
        this.shiftedOffsets = shiftedOffsets;
        this.types = Objects.requireNonNull(types);
        header = new RuntimeStruct(runtime(DescriptorStructs.HEADER));
    }

    /** The first of these structs that the debug information has. */
    private Type runtime(List<String> names) {
        return DescriptorStructs.find(types, names)
                .orElseThrow(() -> new Unavailable(
                        "",
                        "the debug information does not tell how types are described: it lacks " + names.getFirst()));
    }

    private MapDescriptors maps() {
        if (maps == null) {
            maps = new MapDescriptors(types, memory);
        }
        return maps;
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
        boolean named = (flags(bits) & FLAG_NAMED) != 0;
        return named && names.isPresent() ? plain.named(name(bits, names.get())) : plain;
    }

    private String name(RuntimeStruct.Bits bits, Address names) {
        String name = text(names.plus((int) bits.word(header.has("Str") ? "Str" : "str")));
        return (flags(bits) & FLAG_EXTRA_STAR) != 0 && name.startsWith("*") ? name.substring(1) : name;
    }

    private long flags(RuntimeStruct.Bits bits) {
        return bits.word(header.has("TFlag") ? "TFlag" : "tflag");
    }

    private MadeType plain(Address descriptor, RuntimeStruct.Bits bits) {
        int kind = (int) bits.word(header.has("Kind_") ? "Kind_" : "kind") & DescriptorStructs.KIND_MASK;
        long size = bits.word(header.has("Size_") ? "Size_" : "size");
        Address rest = descriptor.plus(header.type().size());
        return switch (kind) {
            case 17 -> array(rest, size);
            case 18 -> channel(rest);
            case 19 -> MadeType.plain(function(rest, bits), TypeKind.FUNC, 8);
            case 20 -> interfaceType(rest);
            case 21 -> maps().at(rest, known);
            case 22 -> MadeType.of("*", TypeKind.POINTER, 8, part(rest, 0));
            case 23 -> MadeType.of("[]", TypeKind.SLICE, 24, part(rest, 0));
            case 25 -> struct(rest, size);
            case 1 -> basic("bool", TypeKind.BOOL, size);
            case 2, 3, 4, 5, 6 -> basic("int" + 8 * size, TypeKind.INT, size);
            case 7, 8, 9, 10, 11, 12 -> basic("uint" + 8 * size, TypeKind.UINT, size);
            case 13, 14 -> basic("float" + 8 * size, TypeKind.FLOAT, size);
            case 15, 16 -> basic("complex" + 8 * size, TypeKind.COMPLEX, size);
            case 24 -> basic("string", TypeKind.STRING, size);
            case 26 -> MadeType.plain("unsafe.Pointer", TypeKind.POINTER, 8);
            default -> throw new Unavailable("", "there is no description of a type at " + descriptor);
        };
    }

    private static MadeType basic(String name, TypeKind kind, long size) {
        if (size < 1 || size > 16) {
            throw new Unavailable("", "its type is described as a " + kind + " of " + size + " bytes");
        }
        return MadeType.plain(name, kind, size);
    }

    private Type part(Address rest, int offset) {
        return known.at(memory.pointer(rest.plus(offset)));
    }

    private MadeType channel(Address rest) {
        Type element = part(rest, 0);
        String name =
                switch ((int) memory.u64(rest.plus(8))) {
                    case 1 -> "<-chan ";
                    case 2 -> "chan<- ";
                    // or the arrow would be taken for the outer channel's
                    default -> element.name().startsWith("<-") ? "chan (" : "chan ";
                };
        MadeType made = MadeType.of(name, TypeKind.CHAN, 8, element).keptAs(runtime(List.of("runtime.hchan")));
        return name.endsWith("(") ? made.named(made.name() + ")") : made;
    }

    /** Methods are told by their number only. */
    private MadeType interfaceType(Address rest) {
        long methods = memory.u64(rest.plus(16));
        return MadeType.plain(methods == 0 ? "interface {}" : "interface {…}", TypeKind.INTERFACE, 16)
                .keptAs(runtime(List.of(methods == 0 ? "runtime.eface" : "runtime.iface")));
    }

    /** The numbers of parameters and results, and after what else is known of the type their descriptors. */
    private String function(Address rest, RuntimeStruct.Bits bits) {
        int in = memory.u16(rest);
        int out = memory.u16(rest.plus(2));
        boolean variadic = (out & DescriptorStructs.VARIADIC) != 0;
        out &= ~DescriptorStructs.VARIADIC;
        boolean uncommon = (flags(bits) & DescriptorStructs.FLAG_UNCOMMON) != 0;
        Address first = rest.plus(8 + (uncommon ? DescriptorStructs.UNCOMMON_SIZE : 0));
        if (in + out > MOST_FIELDS) {
            throw new Unavailable("", "its type is described as a function of " + (in + out) + " parameters");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < in + out; i++) {
            String name = part(first, 8 * i).name();
            names.add(variadic && i == in - 1 && name.startsWith("[]") ? "..." + name.substring(2) : name);
        }
        String results = String.join(", ", names.subList(in, in + out));
        return "func(" + String.join(", ", names.subList(0, in)) + ")"
                + (out == 0 ? "" : out == 1 ? " " + results : " (" + results + ")");
    }

    private MadeType array(Address rest, long size) {
        Type element = part(rest, 0);
        return MadeType.array(memory.u64(rest.plus(16)), element, size);
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
            Address at = first.plus((long) i * DescriptorStructs.FIELD_SIZE);
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
        return MadeType.struct(name.toString(), size, fields);
    }

    private String text(Address name) {
        return text(name, memory);
    }

    /** A name: a byte of flags, its length as a varint, its characters. */
    static String text(Address name, Memory memory) {
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
}
