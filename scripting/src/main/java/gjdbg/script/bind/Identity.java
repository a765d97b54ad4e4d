package gjdbg.script.bind;

import gjdbg.type.Type;
import gjdbg.value.Place;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that are equal for what is the same thing of the program, to find what is shown within itself. */
final class Identity {
    private Identity() {}

    /** Of what may hold itself, or be shown by a part of it: null for what has no parts but numbers and texts. */
    static String ofHolder(Object proxy) {
        Value value = Display.program(proxy);
        if (value == null) {
            return ofObject(proxy);
        }
        Reading reading = value.read();
        for (int i = 0; Display.next(reading) != null && i < Display.MOST_POINTERS; i++) {
            value = Display.next(reading);
            reading = value.read();
        }
        boolean holds =
                switch (reading) {
                    case Reading.Struct struct ->
                        !struct.members().stream()
                                .allMatch(member ->
                                        PlainText.isScalar(member.value().type()));
                    case Reading.Sequence _, Reading.Channel _ ->
                        !isScalar(value.type().element());
                    case Reading.Mapping _ ->
                        !(isScalar(value.type().key()) && isScalar(value.type().element()));
                    default -> false;
                };
        return holds ? of(value) : null;
    }

    private static boolean isScalar(Optional<Type> type) {
        return type.isPresent() && PlainText.isScalar(type.get());
    }

    /** Of the value and all that interfaces and pointers lead to from it, the outermost first. */
    static List<String> links(Object proxy) {
        List<String> links = new ArrayList<>();
        Value each = Display.program(proxy);
        if (each == null) {
            links.add(ofObject(proxy));
        }
        for (int i = 0; each != null && i < Display.MOST_POINTERS; i++) {
            links.add(of(each));
            each = Display.next(each.read());
        }
        return links;
    }

    private static String of(Value value) {
        Place place = value.place();
        String at =
                switch (place) {
                    case Place.InMemory memory -> memory.address().toString();
                    // two of these are the same only where they were read as one
                    case Place.Constant _, Place.Nowhere _ -> "#" + System.identityHashCode(value);
                    case Place.InRegister _, Place.InVector _, Place.Part _, Place.Pieces _ -> place.toString();
                };
        return value.type().name() + "@" + at;
    }

    private static String ofObject(Object proxy) {
        return proxy.getClass().getSimpleName() + "#" + System.identityHashCode(proxy);
    }
}
