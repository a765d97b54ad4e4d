package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;

/**
 * Go interfaces: a word that tells the dynamic type, and a word that is the value where the type is one pointer, or else
 * points at it (runtime2.go, iface and eface).
 */
final class InterfaceReader {
    private InterfaceReader() {}

    static Reading read(TypedValue value) {
        Address first = new Address(value.word(0, 8));
        if (first.value() == 0) {
            return new Reading.Nil();
        }
        Address descriptor = descriptor(first, value);
        Type dynamic = value.context().runtimeTypes().at(descriptor);
        TypedValue data = value.context().runtimeTypes().isDirect(dynamic)
                ? value.part(dynamic, 8)
                : value.elsewhere(dynamic, new Address(value.word(8, 8)));
        return new Reading.Interface(data);
    }

    static Address descriptor(Address first, TypedValue value) {
        return isEmptyInterface(value.type())
                ? first
                : value.context().memory().pointer(first.plus(typeOffset(value.type())));
    }

    private static Type representation(Type type) {
        return type.representation()
                .orElseThrow(
                        () -> new Unavailable("", "the debug information does not tell how the interface is kept"));
    }

    private static boolean isEmptyInterface(Type type) {
        return representation(type).fields().stream()
                .anyMatch(field -> field.name().equals("_type"));
    }

    /** Where an itab keeps the dynamic type: as _type until 1.22, as Type from then on. */
    private static long typeOffset(Type type) {
        for (Type.Field tab : representation(type).fields()) {
            if (tab.name().equals("tab") && tab.type().element().isPresent()) {
                for (Type.Field field : tab.type().element().get().fields()) {
                    if (field.name().equals("_type") || field.name().equals("Type")) {
                        return field.offset();
                    }
                }
            }
        }
        throw new Unavailable("", "the debug information does not tell where an itab keeps its type");
    }
}
