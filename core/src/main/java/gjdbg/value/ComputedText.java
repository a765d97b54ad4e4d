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
public record ComputedText(Type type, byte[] content) implements PlacelessValue {
    public ComputedText {
        Objects.requireNonNull(type);
        Objects.requireNonNull(content);
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
    public String toString() {
        return ValuePrinter.print(this);
    }
}
