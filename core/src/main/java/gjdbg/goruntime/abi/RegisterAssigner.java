package gjdbg.goruntime.abi;

import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Breaks values down into registers (Go's internal ABI specification, "Function call argument and result passing"). */
final class RegisterAssigner {
    private final Convention convention;
    private int integers;
    private int floats;

    RegisterAssigner(Convention convention) {
        this.convention = convention;
    }

    /** Empty where the value does not fit whole into the registers that are left; then none is taken. */
    Optional<List<Slot.Part>> assign(Type type) {
        int integersBefore = integers;
        int floatsBefore = floats;
        List<Slot.Part> parts = new ArrayList<>();
        if (assign(type, 0, parts)) {
            return Optional.of(parts);
        }
        integers = integersBefore;
        floats = floatsBefore;
        return Optional.empty();
    }

    private boolean assign(Type type, long offset, List<Slot.Part> parts) {
        return switch (type.kind()) {
            case BOOL, INT, UINT, ENUM -> type.size() <= 8 && integer(offset, (int) type.size(), parts);
            case FLOAT -> floating(offset, (int) type.size(), parts);
            case COMPLEX -> {
                int half = (int) (type.size() / 2);
                yield floating(offset, half, parts) && floating(offset + half, half, parts);
            }
            case POINTER, MAP, CHAN, FUNC -> integer(offset, 8, parts);
            case STRING, INTERFACE -> words(offset, 2, parts);
            case SLICE -> words(offset, 3, parts);
            case STRUCT -> fields(type, offset, parts);
            case ARRAY -> array(type, offset, parts);
            case UNION, VOID, UNKNOWN -> false;
        };
    }

    private boolean fields(Type struct, long offset, List<Slot.Part> parts) {
        for (Type.Field field : struct.fields()) {
            if (!assign(field.type(), offset + field.offset(), parts)) {
                return false;
            }
        }
        return true;
    }

    private boolean array(Type array, long offset, List<Slot.Part> parts) {
        long length = array.length().orElse(-1);
        return length == 0
                || length == 1
                        && array.element().isPresent()
                        && assign(array.element().get(), offset, parts);
    }

    private boolean words(long offset, int count, List<Slot.Part> parts) {
        for (int i = 0; i < count; i++) {
            if (!integer(offset + 8L * i, 8, parts)) {
                return false;
            }
        }
        return true;
    }

    private boolean integer(long offset, int size, List<Slot.Part> parts) {
        return integers < convention.integers && parts.add(new Slot.Part(false, integers++, offset, size));
    }

    private boolean floating(long offset, int size, List<Slot.Part> parts) {
        return floats < convention.floats && parts.add(new Slot.Part(true, floats++, offset, size));
    }
}
