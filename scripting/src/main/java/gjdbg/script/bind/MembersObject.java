package gjdbg.script.bind;

import gjdbg.value.Value;
import java.util.List;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A value that has the same members whatever it holds. */
abstract class MembersObject extends ValueObject {
    private final List<String> names;

    MembersObject(Binding binding, Value whole, List<String> names) {
        super(binding, whole);
        this.names = names;
    }

    @Override
    final boolean has(String name) {
        return names.contains(name);
    }

    @Override
    public final Object getMemberKeys() {
        return ProxyArray.fromArray(names.toArray());
    }
}
