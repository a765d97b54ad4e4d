package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.BasicType;
import gjdbg.type.DerivedType;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Map types as their descriptors tell (internal/abi, MapType): the debug information has the runtime's struct for all maps, and
 * the descriptor what the compiler would have written for the one type, the layout of its buckets or groups.
 */
final class MapDescriptors {
    private static final int SLOTS = 8;
    private static final long LARGEST = 1 << 16;
    private static final Type POINTER = MadeType.plain("unsafe.Pointer", TypeKind.POINTER, 8);

    private final Memory memory;
    private final RuntimeStruct map;
    private final RuntimeStruct descriptor;
    private final boolean swiss;
    /** Of a Swiss map. */
    private final Optional<Type> table;

    MapDescriptors(Types types, Memory memory) {
        this.memory = memory;
        Optional<Type> buckets = struct(types, "runtime.hmap");
        swiss = buckets.isEmpty();
        map = new RuntimeStruct(buckets.or(() -> struct(types, "internal/runtime/maps.Map"))
                .orElseThrow(() -> new Unavailable("", "the debug information does not tell how maps are kept")));
        descriptor = new RuntimeStruct(struct(types, swiss ? "internal/abi.SwissMapType" : "internal/abi.OldMapType")
                .or(() -> struct(types, "internal/abi.MapType"))
                .or(() -> struct(types, "runtime.maptype"))
                .orElseThrow(() ->
                        new Unavailable("", "the debug information does not tell how types of maps are described")));
        table = struct(types, "internal/runtime/maps.table");
    }

    private static Optional<Type> struct(Types types, String name) {
        return types.named(name).filter(type -> type.kind() == TypeKind.STRUCT);
    }

    /** @param rest of the descriptor, after what all types have */
    MadeType at(Address rest, RuntimeTypes known) {
        String first = descriptor.has("Key") ? "Key" : "key";
        Address start = rest.plus(-descriptor.offset(first));
        RuntimeStruct.Bits bits = descriptor.at(start, memory);
        Type key = known.at(new Address(bits.word(first)));
        Type element = known.at(new Address(bits.word(descriptor.has("Elem") ? "Elem" : "elem")));
        return MadeType.map(key, element, swiss ? swiss(bits, key, element) : buckets(bits, key, element));
    }

    /** What a slot holds: large keys and values stand elsewhere. */
    private static Type slot(Type type, long size) {
        return type.size() == size ? type : size == POINTER.size() ? POINTER : BasicType.unknown("a map's slot");
    }

    private Type buckets(RuntimeStruct.Bits bits, Type key, Type element) {
        long keySize = bits.word(descriptor.has("KeySize") ? "KeySize" : "keysize");
        long elementSize = bits.word(
                descriptor.has("ValueSize") ? "ValueSize" : descriptor.has("ElemSize") ? "ElemSize" : "elemsize");
        long size = checked(bits.word(descriptor.has("BucketSize") ? "BucketSize" : "bucketsize"));
        Type bucket = MadeType.struct(
                "bucket<" + key.name() + "," + element.name() + ">",
                size,
                List.of(
                        field("tophash", DerivedType.arrayOf(SLOTS, BasicType.UINT8), 0),
                        field("keys", DerivedType.arrayOf(SLOTS, slot(key, keySize)), SLOTS),
                        field(
                                "values",
                                DerivedType.arrayOf(SLOTS, slot(element, elementSize)),
                                SLOTS + SLOTS * keySize),
                        field("overflow", POINTER, size - 8)));
        return changed(map.type(), "buckets", DerivedType.pointerTo(bucket));
    }

    private Type swiss(RuntimeStruct.Bits bits, Type key, Type element) {
        long slotSize = checked(bits.word("SlotSize"));
        long elementAt = checked(bits.word("ElemOff"));
        Type slot = MadeType.struct(
                "slot<" + key.name() + "," + element.name() + ">",
                slotSize,
                List.of(
                        field("key", slot(key, key.size() > MapTypes.LARGEST_DIRECT ? 8 : key.size()), 0),
                        field(
                                "elem",
                                slot(element, element.size() > MapTypes.LARGEST_DIRECT ? 8 : element.size()),
                                elementAt)));
        Type group = MadeType.struct(
                "group<" + key.name() + "," + element.name() + ">",
                checked(bits.word("GroupSize")),
                List.of(field("ctrl", BasicType.UINT64, 0), field("slots", DerivedType.arrayOf(SLOTS, slot), SLOTS)));
        RuntimeStruct any = new RuntimeStruct(table.orElseThrow(
                () -> new Unavailable("", "the debug information does not tell how maps keep their tables")));
        Type groups = changed(any.field("groups").type(), "data", DerivedType.pointerTo(group));
        Type own = changed(any.type(), "groups", groups);
        return changed(map.type(), "dirPtr", DerivedType.pointerTo(DerivedType.pointerTo(own)));
    }

    /** A wild number would overflow in what is computed with it. */
    private static long checked(long size) {
        if (size < 0 || size > LARGEST) {
            throw new Unavailable("", "its type is described as a map with slots of " + size + " bytes");
        }
        return size;
    }

    private static Type.Field field(String name, Type type, long offset) {
        return new Type.Field(name, type, offset, false);
    }

    /** The struct with another type for one of its fields. */
    private static Type changed(Type struct, String name, Type type) {
        List<Type.Field> fields = new ArrayList<>();
        for (Type.Field field : struct.fields()) {
            fields.add(field.name().equals(name) ? field(name, type, field.offset()) : field);
        }
        return MadeType.struct(struct.name(), struct.size(), fields);
    }
}
