package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.value.Place;
import gjdbg.value.Reading;
import gjdbg.value.ReflectValue;
import gjdbg.value.Value;
import java.util.List;
import java.util.Optional;

/** The full handle of a value: {@code v.$value} and {@code frame.value(name)}. */
final class HandleObject extends Bound<HandleObject> {
    private static final Shape<HandleObject> SHAPE = new Shape<HandleObject>("value")
            .property("type", self -> new TypeObject(self.binding, self.value.type()))
            .property("dynamicType", HandleObject::dynamicType)
            .property(
                    "address",
                    self -> self.value
                            .place()
                            .inMemory()
                            .map(address -> self.binding.js().unsigned(address.value()))
                            .orElse(null))
            .property("location", self -> describe(self.value.place()))
            .property("bytes", self -> self.binding.js().bytes(self.value.bytes()))
            .property("readable", self -> !(self.value.read() instanceof Reading.Unreadable))
            .property(
                    "error",
                    self -> self.value.read() instanceof Reading.Unreadable unreadable ? unreadable.why() : null)
            .property("js", self -> self.binding.values().of(self.value))
            .method("field", (self, a) -> self.field(Arguments.required(a, 0, "a field's name or number")))
            .method("index", (self, a) -> self.index(a))
            .method("deref", (self, a) -> self.deref())
            .method("cast", (self, a) -> self.cast(Arguments.required(a, 0, "a type")))
            .action("set", (self, a) -> {
                set(self.value, Arguments.orNull(a, 0, "the new value"));
            });

    private final Value value;

    HandleObject(Binding binding, Value value) {
        super(SHAPE, binding);
        this.value = value;
    }

    Value value() {
        return value;
    }

    /** Writes what a script gave. */
    static void set(Value value, org.graalvm.polyglot.Value given) {
        value.set(Given.of(given));
    }

    private Object dynamicType() {
        return value.read() instanceof Reading.Interface dynamic
                ? new TypeObject(binding, dynamic.dynamic().type())
                : new TypeObject(binding, value.type());
    }

    private static String describe(Place place) {
        return switch (place) {
            case Place.InMemory memory -> "memory " + memory.address();
            case Place.InRegister register ->
                "register " + register.register().name().toLowerCase(java.util.Locale.ROOT);
            case Place.InVector vector -> "register xmm" + vector.number();
            case Place.Constant constant -> "constant";
            case Place.Pieces pieces ->
                pieces.pieces().stream()
                        .map(piece -> piece.size() + " bytes in " + describe(piece.place()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("nowhere");
            case Place.Part part -> "part of " + describe(part.whole()) + " from byte " + part.offset();
            case Place.Nowhere nowhere -> "nowhere: " + nowhere.why();
        };
    }

    private Object field(org.graalvm.polyglot.Value which) {
        if (which.isString()) {
            String name = which.asString();
            return new HandleObject(
                    binding, value.field(name).orElseThrow(() -> new NotFound("field", name, List.of())));
        }
        if (value.read() instanceof Reading.Struct struct
                && which.fitsInInt()
                && which.asInt() >= 0
                && which.asInt() < struct.members().size()) {
            return new HandleObject(binding, struct.members().get(which.asInt()).value());
        }
        throw new BadRequest(value.type().name() + " has no field " + Arguments.told(which));
    }

    private Object index(org.graalvm.polyglot.Value[] arguments) {
        int index = Arguments.length(arguments, 0, "an index");
        if (!(value.read() instanceof Reading.Sequence sequence)) {
            throw new BadRequest("a value of type " + value.type().name() + " can't be indexed");
        }
        if (index >= sequence.length()) {
            throw new BadRequest("index " + index + " is out of range: the length is " + sequence.length());
        }
        return new HandleObject(binding, sequence.elements().at(index));
    }

    private Object deref() {
        return switch (value.read()) {
            case Reading.Pointer pointer -> {
                Optional<Value> target = pointer.target();
                yield new HandleObject(
                        binding,
                        target.orElseThrow(() -> new BadRequest(
                                "the type that a " + value.type().name() + " points at is not known; cast it first")));
            }
            case Reading.Interface dynamic -> new HandleObject(binding, dynamic.dynamic());
            case Reading.Nil nil -> throw new BadRequest("a nil " + value.type().name() + " points at nothing");
            case Reading.Unreadable unreadable ->
                throw new Unavailable(value.type().name(), unreadable.why());
            case Reading.Bool other -> throw noPointer();
            case Reading.Int other -> throw noPointer();
            case Reading.Real other -> throw noPointer();
            case Reading.Complex other -> throw noPointer();
            case Reading.Text other -> throw noPointer();
            case Reading.Struct struct ->
                new HandleObject(binding, ReflectValue.held(value).orElseThrow(this::noPointer));
            case Reading.Sequence other -> throw noPointer();
            case Reading.Func other -> throw noPointer();
            case Reading.Mapping other -> throw noPointer();
            case Reading.Channel other -> throw noPointer();
        };
    }

    private BadRequest noPointer() {
        return new BadRequest("a value of type " + value.type().name() + " is no pointer");
    }

    private Object cast(org.graalvm.polyglot.Value type) {
        gjdbg.type.Type wanted;
        if (type.isString()) {
            wanted = binding.session().types().get(type.asString());
        } else if (type.isProxyObject() && type.asProxyObject() instanceof TypeObject known) {
            wanted = known.type();
        } else {
            throw new BadRequest("a type or its name is wanted, not " + Arguments.told(type));
        }
        if (!(value instanceof gjdbg.value.TypedValue typed)) {
            throw new BadRequest("a computed value has no place, so it can't be seen as another type");
        }
        return new HandleObject(binding, typed.as(wanted));
    }

    @Override
    String shown() {
        return binding.show(this);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
