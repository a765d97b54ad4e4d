package gjdbg.value;

import gjdbg.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * A string that an expression computed: it is in no place of the program.
 *
 * @param content as the string has them, valid UTF-8 or not
 */
public record ComputedText(Type type, byte[] content) implements Value {
    public ComputedText {
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
    }

    @Override
    public Place place() {
        return computed().place();
    }

    @Override
    public Reading read() {
        return new Reading.Text(new String(content, StandardCharsets.UTF_8), content.length);
    }

    @Override
    public Optional<Value> field(String name) {
        return Optional.empty();
    }

    @Override
    public byte[] bytes() {
        return computed().bytes();
    }

    @Override
    public void set(Object newValue) {
        computed().set(newValue);
    }

    private ComputedValue computed() {
        return new ComputedValue(type, read());
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
