package gjdbg.value;

import gjdbg.type.Type;
import java.util.List;
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
        if (!(read instanceof Reading.Struct(List<Reading.Member> members))) {
            return Optional.empty();
        }
        for (Reading.Member member : members) {
            if (member.name().equals(name)) {
                return Optional.of(member.value());
            }
        }
        List<Type.Field> path = FieldSearch.path(type, name);
        Optional<Value> promoted = path.size() < 2 ? Optional.empty() : Optional.of(this);
        for (Type.Field field : path) {
            promoted = promoted.flatMap(value -> value.field(field.name()));
        }
        return promoted;
    }

    @Override
    public String toString() {
        return ValuePrinter.print(this);
    }
}
