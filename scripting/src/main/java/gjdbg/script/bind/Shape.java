package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/**
 * The members of one kind of object that scripts see: properties and methods, in the order of the contract.
 *
 * @param <T> the object's class
 */
final class Shape<T extends Bound<?>> {
    /** A method of the object. */
    @FunctionalInterface
    interface Method<T extends Bound<?>> {
        Object call(T self, Value[] arguments);
    }

    private final String name;
    private final Map<String, Function<T, Object>> properties = new LinkedHashMap<>();
    private final Map<String, Method<T>> methods = new LinkedHashMap<>();
    private final Map<String, BiConsumer<T, Value>> setters = new LinkedHashMap<>();

    /** @param name of the kind of object, for errors */
    Shape(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Shape<T> property(String member, Function<T, Object> getter) {
        properties.put(member, getter);
        return this;
    }

    Shape<T> setter(String member, BiConsumer<T, Value> setter) {
        setters.put(member, setter);
        return this;
    }

    Shape<T> method(String member, Method<T> method) {
        methods.put(member, method);
        return this;
    }

    /** A method that gives nothing: undefined, to scripts. */
    Shape<T> action(String member, BiConsumer<T, Value[]> body) {
        return method(member, (self, arguments) -> {
            body.accept(self, arguments);
            return self.binding.js().undefined();
        });
    }

    Function<T, Object> property(String member) {
        return properties.get(member);
    }

    Method<T> method(String member) {
        return methods.get(member);
    }

    boolean has(String member) {
        return properties.containsKey(member) || methods.containsKey(member);
    }

    /** All that scripts can name. */
    Set<String> members() {
        Set<String> members = new LinkedHashSet<>(properties.keySet());
        members.addAll(methods.keySet());
        return members;
    }

    boolean canBeSet(String member) {
        return setters.containsKey(member);
    }

    /** The properties; methods are not enumerated. */
    Object[] keys() {
        return properties.keySet().toArray();
    }

    void set(T self, String member, Value value) {
        BiConsumer<T, Value> setter = setters.get(member);
        if (setter == null) {
            throw new BadRequest("'" + member + "' of a " + name + " can't be set");
        }
        setter.accept(self, value);
    }
}
