package gjdbg.value;

import gjdbg.type.Type;
import java.util.Objects;
import java.util.Optional;

/** What an expression computed: a value that is in no place of the program. */
public record ComputedValue(Type type, Reading read) implements PlacelessValue {
    public ComputedValue {
        Objects.requireNonNull(type);
        Objects.requireNonNull(read);
    }

    @Override
    public Optional<Value> field(String name) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
