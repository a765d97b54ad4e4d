package gjdbg.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** What the module gjdbg/test and the host know of each other. */
final class Bridge {
    static final String NAME = "gjdbg.testing";

    private final Map<String, Object> members = new LinkedHashMap<>();
    private Value module;

    Bridge() {
        offer("register", arguments -> {
            module = arguments[0];
            return null;
        });
    }

    Bridge offer(String name, Function<Value[], Object> function) {
        members.put(name, (ProxyExecutable) function::apply);
        return this;
    }

    Object object() {
        return ProxyObject.fromMap(members);
    }

    /** Whether the file has imported the module. */
    boolean registered() {
        return module != null;
    }

    /** Calls one of the module's functions. */
    Value call(String function, Object... arguments) {
        return module.getMember(function).execute(arguments);
    }
}
