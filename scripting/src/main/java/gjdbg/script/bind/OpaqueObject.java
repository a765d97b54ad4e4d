package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.value.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A value that can't be read: it prints as such, and using it as a value throws the reason. */
final class OpaqueObject extends ValueObject {
    private final String why;

    OpaqueObject(Binding binding, Value whole, String why) {
        super(binding, whole);
        this.why = why;
    }

    @Override
    Object member(String name) {
        if (name.equals("then")) {
            // asked of everything that is awaited or returned from an async function
            return null;
        }
        throw new Unavailable("a value of type " + whole.type().name(), why);
    }

    @Override
    boolean has(String name) {
        return !name.equals("then") && !name.equals("toString");
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }
}
