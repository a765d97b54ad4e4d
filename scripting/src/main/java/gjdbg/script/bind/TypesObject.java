package gjdbg.script.bind;

import org.graalvm.polyglot.Value;

/** The program's types by name: {@code Types}. */
final class TypesObject extends Bound<TypesObject> {
    private static final Shape<TypesObject> SHAPE = new Shape<TypesObject>("types")
            .method(
                    "get",
                    (self, a) -> new TypeObject(
                            self.binding, self.binding.session().types().get(Arguments.text(a, 0, "a type's name"))))
            .method(
                    "at",
                    (self, a) -> new TypeObject(
                            self.binding,
                            self.binding
                                    .session()
                                    .typeAt(Arguments.address(
                                            Arguments.required(a, 0, "the address of a type's descriptor")))))
            .method("find", (self, a) -> self.find(Arguments.required(a, 0, "a pattern")));

    TypesObject(Binding binding) {
        super(SHAPE, binding);
    }

    private Object find(Value wanted) {
        return binding.js()
                .list(binding.session().types().find(Arguments.names(binding.js(), wanted)).stream()
                        .map(type -> new TypeObject(binding, type))
                        .toList());
    }

    @Override
    public String toString() {
        return "types";
    }
}
