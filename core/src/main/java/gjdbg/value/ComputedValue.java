package gjdbg.value;

import gjdbg.error.BadRequest;
import gjdbg.type.Type;
import java.util.Objects;
import java.util.Optional;

/** What an expression computed: a value that is in no place of the program. */
public record ComputedValue(Type type, Reading read) implements Value {
    public ComputedValue {
        Objects.requireNonNull(type);
        Objects.requireNonNull(read);
    }

    @Override
    public Place place() {
        return new Place.Nowhere("it was computed by an expression");
    }

    @Override
    public Optional<Value> field(String name) {
        return Optional.empty();
    }

    @Override
    public byte[] bytes() {
        throw new BadRequest("a value that an expression computed has no bytes in the program");
    }

    @Override
    public void set(Object newValue) {
        throw new BadRequest("a value that an expression computed can't be set");
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
