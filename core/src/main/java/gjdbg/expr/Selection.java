package gjdbg.expr;

import gjdbg.error.BadRequest;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import gjdbg.value.FieldSearch;
import gjdbg.value.Place;
import gjdbg.value.ProgramScope;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fields and pointers. */
final class Selection {
    private Selection() {}

    /** @param name of a field, a promoted one too; of an interface those of the value in it */
    static Value field(Value of, String name, Spot at) {
        Value struct = of;
        if (of.type().kind() == TypeKind.INTERFACE
                && Operands.readable(of, at) instanceof Reading.Interface(Value dynamic)) {
            struct = dynamic;
        }
        Optional<Value> field = struct.field(name);
        if (field.isPresent()) {
            return field.get();
        }
        throw noField(struct.type(), name, at);
    }

    static BadRequest noField(Type type, String name, Spot at) {
        Type struct = type.kind() == TypeKind.POINTER ? type.element().orElse(type) : type;
        if (FieldSearch.isAmbiguous(struct, name)) {
            return at.problem("the selector '" + name + "' is ambiguous: several embedded fields of a " + struct.name()
                    + " have one; select it through the one that is meant");
        }
        List<String> names = new ArrayList<>();
        for (Type.Field field : struct.fields()) {
            names.add(field.name());
        }
        List<String> near = Near.of(name, names);
        String hint = "";
        if (!near.isEmpty()) {
            hint = "; did you mean " + String.join(", ", near) + "?";
        } else if (!names.isEmpty()) {
            hint = "; it has " + String.join(", ", names.subList(0, Math.min(8, names.size())))
                    + (names.size() > 8 ? ", …" : "");
        }
        return at.problem("a value of type " + type.name() + " has no field '" + name + "'" + hint);
    }

    static Value dereference(Value of, Spot at) {
        return switch (Operands.readable(of, at)) {
            case Reading.Pointer pointer
            when pointer.target().isPresent() -> pointer.target().get();
            case Reading.Nil _
            when of.type().kind() == TypeKind.POINTER ->
                throw at.unavailable("a nil pointer of type " + of.type().name() + " points at nothing");
            default ->
                throw at.problem(
                        "'*' needs a pointer to a known type, not " + of.type().name());
        };
    }

    static Operand addressOf(Value of, Type pointer, ProgramScope scope, Spot at) {
        if (of.place() instanceof Place.Nowhere(String why)) {
            throw at.unavailable("this " + of.type().name() + " has no address: " + why);
        }
        long address = of.place()
                .inMemory()
                .orElseThrow(() -> at.unavailable(
                        "this " + of.type().name() + " has no address: it is not in memory at this point"))
                .value();
        return new Operand.Whole(scope.made(pointer, WholeConversion.word(address)));
    }
}
