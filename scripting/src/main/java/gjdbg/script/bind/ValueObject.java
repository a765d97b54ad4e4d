package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.value.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** A value of the program that scripts see as an object; {@code $value} is its full handle. */
abstract class ValueObject implements ProxyObject {
    static final String HANDLE = "$value";

    final Binding binding;
    final Value whole;

    ValueObject(Binding binding, Value whole) {
        this.binding = binding;
        this.whole = whole;
    }

    /** A member of the value's own; null where there is none. */
    abstract Object member(String name);

    abstract boolean has(String name);

    @Override
    public final Object getMember(String name) {
        try {
            return switch (name) {
                case HANDLE -> new HandleObject(binding, whole);
                case Json.MEMBER ->
                    has(name)
                            ? member(name)
                            : (ProxyExecutable) ignored -> binding.guarded(() -> Json.of(binding, whole));
                case "toString" -> has(name) ? member(name) : (ProxyExecutable) ignored -> binding.show(this);
                default -> member(name);
            };
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public final boolean hasMember(String name) {
        try {
            return name.equals(HANDLE) || name.equals("toString") || name.equals(Json.MEMBER) || has(name);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void putMember(String name, org.graalvm.polyglot.Value value) {
        throw binding.errors()
                .raise(new BadRequest("write frame.set(expression, value) or v.$value.set(value) to change a value"));
    }

    @Override
    public String toString() {
        return whole.toString();
    }
}
