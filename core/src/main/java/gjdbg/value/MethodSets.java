package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.DescriptorStructs;
import gjdbg.type.Type;
import gjdbg.type.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Whether a type has the methods of an interface, by what the runtime knows of both (runtime/iface.go, itabInit): the names and
 * types of an interface's methods, and those in a type's list of methods.
 */
final class MethodSets {
    private static final int MOST_METHODS = 1 << 14;
    /** A method that the linker left out keeps its name. */
    private static final int LEFT_OUT = -1;

    private record Method(String name, int type) {}

    private final Types types;
    private final Memory memory;
    /** What names and types are told by offsets from. */
    private final Address base;

    MethodSets(Types types, Memory memory, Address base) {
        this.types = types;
        this.memory = memory;
        this.base = base;
    }

    /**
     * @param descriptor of the type
     * @throws Unavailable where the program does not tell
     */
    boolean has(Address descriptor, Type wanted) {
        OptionalLong offset = types.runtimeOffset(wanted.name());
        if (offset.isEmpty()) {
            throw new Unavailable("", "the program has no description of " + wanted.name() + " at run time");
        }
        Map<String, Integer> own = methods(descriptor);
        for (Method method : wanted(base.plus(offset.getAsLong()))) {
            Integer type = own.get(method.name());
            if (type != null && type == LEFT_OUT) {
                throw new Unavailable(
                        "",
                        "whether it is a " + wanted.name() + " is not known: the linker left out its method "
                                + method.name());
            }
            if (type == null || type != method.type()) {
                return false;
            }
        }
        return true;
    }

    private List<Method> wanted(Address descriptor) {
        RuntimeStruct layout = layout(DescriptorStructs.ofKind(DescriptorStructs.INTERFACE));
        Type.Field list = layout.field(layout.has("Methods") ? "Methods" : "mhdr");
        Address first = memory.pointer(descriptor.plus(list.offset()));
        long count = checked(memory.u64(descriptor.plus(list.offset() + 8)));
        String home = packageOf(memory.pointer(descriptor.plus(
                layout.field(layout.has("PkgPath") ? "PkgPath" : "pkgpath").offset())));
        List<Method> methods = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Address at = first.plus(8 * i);
            methods.add(new Method(qualified((int) memory.u32(at), home), (int) memory.u32(at.plus(4))));
        }
        return methods;
    }

    /** Of the type, by their names. */
    private Map<String, Integer> methods(Address descriptor) {
        RuntimeStruct header = layout(DescriptorStructs.HEADER);
        RuntimeStruct.Bits bits = header.at(descriptor, memory);
        Map<String, Integer> methods = new HashMap<>();
        if ((bits.word(header.has("TFlag") ? "TFlag" : "tflag") & DescriptorStructs.FLAG_UNCOMMON) == 0) {
            return methods;
        }
        int kind = (int) bits.word(header.has("Kind_") ? "Kind_" : "kind") & DescriptorStructs.KIND_MASK;
        Address at =
                descriptor.plus(layout(DescriptorStructs.ofKind(kind)).type().size());
        RuntimeStruct uncommon = layout(DescriptorStructs.UNCOMMON);
        RuntimeStruct.Bits more = uncommon.at(at, memory);
        boolean capital = uncommon.has("Mcount");
        long count = checked(more.word(capital ? "Mcount" : "mcount"));
        Address first = at.plus(more.word(capital ? "Moff" : "moff"));
        int home = (int) more.word(capital ? "PkgPath" : "pkgpath");
        String owner = home == 0 ? "" : text(base.plus(home));
        for (long i = 0; i < count; i++) {
            Address method = first.plus(16 * i);
            methods.put(qualified((int) memory.u32(method), owner), (int) memory.u32(method.plus(4)));
        }
        return methods;
    }

    /** Names that are not exported are those of one package. */
    private String qualified(int offset, String home) {
        String name = text(base.plus(offset));
        boolean exported = !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
        return exported ? name : home + "." + name;
    }

    private String packageOf(Address name) {
        return name.value() == 0 ? "" : text(name);
    }

    private String text(Address name) {
        return TypeDescriptors.text(name, memory);
    }

    private static long checked(long count) {
        if (count < 0 || count > MOST_METHODS) {
            throw new Unavailable("", "its type is described with " + count + " methods");
        }
        return count;
    }

    private RuntimeStruct layout(List<String> names) {
        return new RuntimeStruct(DescriptorStructs.find(types, names)
                .orElseThrow(() -> new Unavailable(
                        "",
                        "the debug information does not tell how methods are described: it lacks "
                                + names.getFirst())));
    }
}
