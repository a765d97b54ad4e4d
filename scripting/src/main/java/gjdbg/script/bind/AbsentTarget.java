package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import java.util.Objects;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** The target of a script that has none: any member throws. */
public final class AbsentTarget implements ProxyObject {
    private final Binding binding;
    private final String why;

    public AbsentTarget(Binding binding, String why) {
        this.binding = binding;
        this.why = Objects.requireNonNull(why);
    }

    @Override
    public Object getMember(String name) {
        throw binding.raise(new Unavailable("target." + name, why));
    }

    @Override
    public boolean hasMember(String name) {
        return true;
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }

    @Override
    public void putMember(String name, Value value) {
        throw binding.raise(new Unavailable("target." + name, why));
    }

    @Override
    public String toString() {
        return "no target: " + why;
    }
}
