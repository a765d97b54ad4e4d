package gjdbg.script.bind;

import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.List;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A struct: its fields are properties, promoted ones included. */
final class StructObject extends ValueObject {
    private final Value struct;

    StructObject(Binding binding, Value struct, Value whole) {
        super(binding, whole);
        this.struct = struct;
    }

    @Override
    Object member(String name) {
        return struct.field(name).map(binding.values()::of).orElse(null);
    }

    @Override
    boolean has(String name) {
        return struct.hasField(name);
    }

    /** Blank fields, of which there may be several, have no name. */
    @Override
    public Object getMemberKeys() {
        List<String> names = struct.read() instanceof Reading.Struct fields
                ? fields.members().stream()
                        .map(Reading.Member::name)
                        .filter(name -> !name.equals("_"))
                        .toList()
                : List.of();
        return ProxyArray.fromArray(names.toArray());
    }

    @Override
    public void putMember(String name, org.graalvm.polyglot.Value value) {
        try {
            HandleObject.set(
                    struct.field(name).orElseThrow(() -> new gjdbg.error.NotFound("field", name, List.of())), value);
        } catch (gjdbg.error.GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }
}
