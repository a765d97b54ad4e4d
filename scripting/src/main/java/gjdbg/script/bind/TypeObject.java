package gjdbg.script.bind;

import gjdbg.symbol.Methods;
import gjdbg.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type of the program: {@code Type}. */
final class TypeObject extends Bound<TypeObject> {
    private static final Shape<TypeObject> SHAPE = new Shape<TypeObject>("type")
            .property("name", self -> self.type.name())
            .property("kind", self -> self.type.kind().toString())
            .property("size", self -> (double) self.type.size())
            .property("fields", TypeObject::fields)
            .property("element", self -> self.other(self.type.element()))
            .property("key", self -> self.other(self.type.key()))
            .property(
                    "length",
                    self -> self.type.length().isPresent()
                            ? (Object) (double) self.type.length().getAsLong()
                            : null)
            .property(
                    "methods",
                    self -> self.binding
                            .js()
                            .list(List.<Object>copyOf(Methods.of(
                                    self.type.name(),
                                    self.binding.session().program().main().symbols()))));

    private final Type type;

    TypeObject(Binding binding, Type type) {
        super(SHAPE, binding);
        this.type = type;
    }

    Type type() {
        return type;
    }

    private Object other(java.util.Optional<Type> part) {
        return part.map(each -> (Object) new TypeObject(binding, each)).orElse(null);
    }

    private Object fields() {
        return binding.js()
                .list(type.fields().stream()
                        .map(field -> {
                            Map<String, Object> members = new LinkedHashMap<>();
                            members.put("name", field.name());
                            members.put("type", new TypeObject(binding, field.type()));
                            members.put("offset", (double) field.offset());
                            members.put("embedded", field.embedded());
                            return binding.js().record(members);
                        })
                        .toList());
    }

    @Override
    public String toString() {
        return type.name();
    }
}
