package gjdbg.blocking;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.DescriptorStructs;
import gjdbg.type.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * What can be called, and of which further types values can be made, by whoever has a type's descriptor (internal/abi/type.go;
 * runtime/type.go before 1.21): through interfaces, for which the runtime looks methods up, and through package reflect.
 */
final class TypeMethods {
    private static final int MOST = 1 << 12;
    private static final int LAST_KIND = 26;
    private static final int MOST_ALIGNMENT = 64;
    private static final long LARGEST = 1L << 40;
    private static final int WORD = 8;
    private static final int METHOD_SIZE = 16;

    /** By kind, how many descriptors of elements follow the header. */
    private static final Map<Integer, Integer> PARTS = Map.of(17, 2, 18, 1, 21, 3, 22, 1, 23, 1);

    private final Scene scene;
    private final Memory memory;
    private final long types;
    private final long text;
    private final long flags;
    private final long kind;
    private final long pointerToThis;
    private final long header;
    private final long align;
    private final long size;
    private final long pointerBytes;
    private final long name;
    private final Map<Integer, Long> sizes = new HashMap<>();

    private TypeMethods(Scene scene, long types, long text, Type layout) {
        this.scene = scene;
        memory = scene.memory();
        this.types = types;
        this.text = text;
        flags = offset(layout, "TFlag", "tflag");
        kind = offset(layout, "Kind_", "kind");
        pointerToThis = offset(layout, "PtrToThis", "ptrToThis");
        align = offset(layout, "Align_", "align");
        size = offset(layout, "Size_", "size");
        pointerBytes = offset(layout, "PtrBytes", "ptrdata");
        name = offset(layout, "Str", "str");
        header = layout.size();
    }

    /** Empty where the debugging information does not tell how types are described. */
    static Optional<TypeMethods> of(Scene scene) {
        Optional<Address> module = RuntimeGlobals.find(scene, "runtime.firstmoduledata");
        Optional<Long> types = scene.offset("runtime.moduledata", "types");
        Optional<Long> text = scene.offset("runtime.moduledata", "text");
        Optional<Type> layout = DescriptorStructs.find(scene.types(), DescriptorStructs.HEADER);
        boolean known = module.isPresent() && types.isPresent() && text.isPresent() && layout.isPresent();
        if (!known) {
            return Optional.empty();
        }
        TypeMethods read = new TypeMethods(
                scene,
                scene.memory().u64(module.get().plus(types.get())),
                scene.memory().u64(module.get().plus(text.get())),
                layout.get());
        return Optional.of(read).filter(TypeMethods::isKnown);
    }

    private boolean isKnown() {
        return LongStream.of(flags, kind, pointerToThis, align, size, pointerBytes, name)
                .allMatch(each -> each >= 0);
    }

    private static long offset(Type layout, String name, String older) {
        return layout.fields().stream()
                .filter(each -> each.name().equals(name) || each.name().equals(older))
                .mapToLong(Type.Field::offset)
                .findFirst()
                .orElse(-1);
    }

    /** Tells the addresses of the descriptors and functions; none where the address is not a descriptor's. */
    void each(long descriptor, LongConsumer to) {
        try {
            Address at = new Address(descriptor);
            int is = memory.u8(at.plus(kind)) & DescriptorStructs.KIND_MASK;
            if (!isDescriptor(at, is)) {
                return;
            }
            boolean uncommon = (memory.u8(at.plus(flags)) & DescriptorStructs.FLAG_UNCOMMON) != 0;
            long length = sizes.computeIfAbsent(
                    is,
                    number -> DescriptorStructs.find(scene.types(), DescriptorStructs.ofKind(number))
                            .map(Type::size)
                            .orElse(header));
            for (int part = 0; part < PARTS.getOrDefault(is, 0); part++) {
                to.accept(memory.u64(at.plus(header + (long) WORD * part)));
            }
            toType((int) memory.u32(at.plus(pointerToThis)), to);
            if (is == DescriptorStructs.STRUCT) {
                fields(memory.pointer(at.plus(header + WORD)), memory.u64(at.plus(header + 2 * WORD)), to);
            }
            if (is == DescriptorStructs.FUNC) {
                int count = Math.min(
                        MOST,
                        memory.u16(at.plus(header)) + (memory.u16(at.plus(header + 2)) & ~DescriptorStructs.VARIADIC));
                Address first = at.plus(length + (uncommon ? DescriptorStructs.UNCOMMON_SIZE : 0));
                for (int i = 0; i < count; i++) {
                    to.accept(memory.u64(first.plus((long) WORD * i)));
                }
            }
            if (uncommon) {
                methods(at.plus(length), to);
            }
        } catch (MemoryFault e) {
            // no descriptor after all
            return;
        }
    }

    /** Strings that name types lie between descriptors, and pointers lead there too. */
    private boolean isDescriptor(Address at, int is) {
        long alignment = memory.u8(at.plus(align));
        return at.value() % WORD == 0
                && is > 0
                && is <= LAST_KIND
                && Long.bitCount(alignment) == 1
                && alignment <= MOST_ALIGNMENT
                && Long.compareUnsigned(memory.u64(at.plus(pointerBytes)), memory.u64(at.plus(size))) <= 0
                && Long.compareUnsigned(memory.u64(at.plus(size)), LARGEST) <= 0
                && (int) memory.u32(at.plus(name)) > 0;
    }

    private void fields(Address first, long count, LongConsumer to) {
        for (long i = 0; i < count && i < MOST; i++) {
            to.accept(memory.u64(first.plus(i * DescriptorStructs.FIELD_SIZE + WORD)));
        }
    }

    /** An UncommonType tells the number of its methods after the package's name, and where they stand, from its own start. */
    private void methods(Address uncommon, LongConsumer to) {
        int count = Math.min(MOST, memory.u16(uncommon.plus(4)));
        Address first = uncommon.plus(memory.u32(uncommon.plus(8)));
        for (long i = 0; i < count; i++) {
            Address method = first.plus(i * METHOD_SIZE);
            toType((int) memory.u32(method.plus(4)), to);
            toText((int) memory.u32(method.plus(8)), to);
            toText((int) memory.u32(method.plus(12)), to);
        }
    }

    private void toType(int offset, LongConsumer to) {
        if (offset > 0) {
            to.accept(types + offset);
        }
    }

    /** The linker leaves methods out that nothing can call. */
    private void toText(int offset, LongConsumer to) {
        if (offset > 0) {
            to.accept(text + offset);
        }
    }
}
