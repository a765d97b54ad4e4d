package gjdbg.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of one type's constants. */
final class ConstantNames {
    private static final int FEWEST_FLAGS = 3;

    private final Map<Long, String> names = new LinkedHashMap<>();

    /** Of two with one value the first counts. */
    void add(String name, long value) {
        names.putIfAbsent(value, name);
    }

    /** {@code main.Monday}; {@code main.Read|main.Write} of flags. */
    Optional<String> of(long value) {
        String name = names.get(value);
        return name != null ? Optional.of(name) : areFlags() ? united(value) : Optional.empty();
    }

    /** One bit each, and no numbering, which would have a 3. */
    private boolean areFlags() {
        return !names.containsKey(3L)
                && names.keySet().stream().filter(ConstantNames::isBit).count() >= FEWEST_FLAGS;
    }

    private static boolean isBit(long value) {
        return Long.bitCount(value) == 1;
    }

    /** Empty where a bit has no name. */
    private Optional<String> united(long value) {
        List<String> parts = new ArrayList<>();
        long left = value;
        for (Map.Entry<Long, String> each : names.entrySet()) {
            if (isBit(each.getKey()) && (value & each.getKey()) != 0) {
                parts.add(each.getValue());
                left &= ~each.getKey();
            }
        }
        return left == 0 && !parts.isEmpty() ? Optional.of(String.join("|", parts)) : Optional.empty();
    }
}
