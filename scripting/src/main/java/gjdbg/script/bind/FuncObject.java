package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.List;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A func value: where its code is. */
final class FuncObject extends ValueObject {
    private static final List<String> MEMBERS = List.of("name", "file", "line");

    private final Reading.Func func;

    FuncObject(Binding binding, Value whole, Reading.Func func) {
        super(binding, whole);
        this.func = func;
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "name" -> func.name();
            case "file" -> func.file();
            case "line" -> func.line();
            case "captured" -> throw new Unavailable("what a closure has captured", "not in this version of gjdbg");
            default -> null;
        };
    }

    @Override
    boolean has(String name) {
        return MEMBERS.contains(name) || name.equals("captured");
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(MEMBERS.toArray());
    }
}
