package gjdbg.value;

import gjdbg.type.TypeKind;
import java.util.Optional;

/**
 * The number, string or the like that one of Go's pointers leads to, maybe by way of others. Pointers of C are left out, for
 * they may lead to the first one of many.
 *
 * @param stars one for each pointer on the way
 */
record PointedAt(String stars, Value value) {
    private static final int MOST_POINTERS = 16;

    /** Empty where it leads to something else, or to what can't be read. */
    static Optional<PointedAt> of(Value pointer, Reading.Pointer first) {
        Reading reading = first;
        Value value = pointer;
        StringBuilder stars = new StringBuilder();
        while (reading instanceof Reading.Pointer pointed) {
            if (!value.type().name().startsWith("*") || pointed.target().isEmpty() || stars.length() == MOST_POINTERS) {
                return Optional.empty();
            }
            stars.append('*');
            value = pointed.target().get();
            if (!isScalar(value.type().kind()) && value.type().kind() != TypeKind.POINTER) {
                return Optional.empty();
            }
            reading = value.read();
        }
        return reading instanceof Reading.Unreadable || reading instanceof Reading.Nil
                ? Optional.empty()
                : Optional.of(new PointedAt(stars.toString(), value));
    }

    private static boolean isScalar(TypeKind kind) {
        return switch (kind) {
            case BOOL, INT, UINT, FLOAT, COMPLEX, STRING -> true;
            default -> false;
        };
    }
}
