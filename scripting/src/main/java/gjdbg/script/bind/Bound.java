package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * An object that scripts see. Errors of the core leave it as JavaScript's.
 *
 * @param <T> its own class
 */
abstract class Bound<T extends Bound<T>> implements ProxyObject {
    private final Shape<T> shape;
    final Binding binding;

    Bound(Shape<T> shape, Binding binding) {
        this.shape = shape;
        this.binding = binding;
    }

    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    /** What kind of object it is, for errors. */
    final String objectKind() {
        return shape.name();
    }

    @Override
    public Object getMember(String member) {
        try {
            if (shape.property(member) != null) {
                return read(member);
            }
            Shape.Method<T> method = shape.method(member);
            if (method != null) {
                return executable(arguments -> method.call(self(), arguments));
            }
            if (member.equals("toString")) {
                return executable(arguments -> shown());
            }
            return null;
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    /**
     * A property that it has.
     *
     * @throws GjdbgException when it can't be read
     */
    final Object read(String property) {
        return shape.property(property).apply(self());
    }

    /** What its toString() gives to scripts. */
    String shown() {
        return toString();
    }

    /** A function that scripts can call. */
    final ProxyExecutable executable(Function<Value[], Object> body) {
        return arguments -> {
            try {
                return body.apply(arguments);
            } catch (GjdbgException e) {
                throw binding.errors().raise(e);
            }
        };
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray(shape.keys());
    }

    @Override
    public boolean hasMember(String member) {
        return shape.has(member) || member.equals("toString");
    }

    @Override
    public void putMember(String member, Value value) {
        try {
            shape.set(self(), member, value);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }
}
