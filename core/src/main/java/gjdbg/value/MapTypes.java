package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;

/**
 * What the slots of a map hold: keys and values of more than 128 bytes are kept elsewhere, with a pointer in the slot.
 *
 * @param keySize in bytes, of the slot's part for the key
 * @param valueSize likewise
 */
record MapTypes(Type key, long keySize, Type value, long valueSize) {
    static final int LARGEST_DIRECT = 128;

    /** @param keySlot the type of a slot's part for the key; @param valueSlot likewise */
    static MapTypes of(Type map, Type keySlot, Type valueSlot) {
        Type key = map.key().orElseThrow(() -> new Unavailable("", "the type of the map's keys is not known"));
        Type value = map.element().orElseThrow(() -> new Unavailable("", "the type of the map's values is not known"));
        check(key, keySlot);
        check(value, valueSlot);
        return new MapTypes(key, keySlot.size(), value, valueSlot.size());
    }

    private static void check(Type type, Type slot) {
        if (slot.size() != type.size() && (type.size() <= LARGEST_DIRECT || slot.size() != 8)) {
            throw new Unavailable(
                    "",
                    "the map's layout is not known: it holds values of type " + type.name() + " of " + type.size()
                            + " bytes in slots of " + slot.size());
        }
    }

    Reading.Entry entry(Address keySlot, Address valueSlot, ValueContext context) {
        return new Reading.Entry(at(key, keySize, keySlot, context), at(value, valueSize, valueSlot, context));
    }

    private static Value at(Type type, long slotSize, Address slot, ValueContext context) {
        Address place = type.size() == slotSize ? slot : context.memory().pointer(slot);
        return TypedValue.inMemory(type, place, context);
    }
}
