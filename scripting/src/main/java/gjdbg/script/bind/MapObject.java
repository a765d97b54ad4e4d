package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.script.bind.MapBatches.Part;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.Optional;
import java.util.function.Function;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyIterable;

/** A map, with the members of JavaScript's own that change nothing; entries are read as a loop gets to them. */
final class MapObject extends ValueObject implements ProxyIterable {
    private final Value value;

    /** @param value the map itself, which {@code whole} may lead to */
    MapObject(Binding binding, Value value, Value whole) {
        super(binding, whole);
        this.value = value;
        binding.js().quickMaps(this);
    }

    /** As it is now: the program may have changed it since this object was made. */
    private Reading.Mapping map() {
        return switch (value.read()) {
            case Reading.Mapping map -> map;
            case Reading.Unreadable unreadable -> throw new Unavailable("the map", unreadable.why());
            default -> throw new Unavailable("the map", "it is nil by now");
        };
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "size" -> binding.js().integer(map().size(), false);
            case "get" ->
                method(arguments -> find(arguments)
                        .map(found -> Optional.ofNullable(binding.values().of(found)))
                        .orElseGet(() -> Optional.of(binding.js().undefined()))
                        .orElse(null));
            case "has" -> method(arguments -> find(arguments).isPresent());
            case "keys" -> method(arguments -> walk(Part.KEYS));
            case "values" -> method(arguments -> walk(Part.VALUES));
            case "entries" -> method(arguments -> walk(Part.BOTH));
            case "forEach" -> method(this::forEach);
            case Json.MEMBER -> method(ignored -> Json.of(binding, value));
            default -> null;
        };
    }

    private ProxyExecutable method(Function<org.graalvm.polyglot.Value[], Object> body) {
        return arguments -> binding.guarded(() -> body.apply(arguments));
    }

    @Override
    boolean has(String name) {
        return switch (name) {
            case "size", "get", "has", "keys", "values", "entries", "forEach", Json.MEMBER -> true;
            default -> false;
        };
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray("size");
    }

    /** That there is one makes it iterable; what for...of and spreading take is entries(), see bootstrap.js. */
    @Override
    public Object getIterator() {
        throw new UnsupportedOperationException("a map's entries are had by its member entries()");
    }

    private Optional<Value> find(org.graalvm.polyglot.Value[] arguments) {
        if (arguments.length == 0) {
            throw new BadRequest("a key is wanted as argument 1");
        }
        return Given.key(arguments[0]).flatMap(key -> map().find(key));
    }

    /** An iterator of JavaScript's own. */
    private org.graalvm.polyglot.Value walk(Part part) {
        return MapBatches.walk(binding, map(), part, binding.values()::of);
    }

    private Object forEach(org.graalvm.polyglot.Value[] arguments) {
        if (arguments.length == 0 || !arguments[0].canExecute()) {
            throw new BadRequest("a function is wanted as argument 1");
        }
        MapBatches batches = new MapBatches(binding, map(), Part.BOTH, binding.values()::of);
        Object self = arguments.length > 1 ? arguments[1] : binding.js().undefined();
        binding.js().forEach(this, ignored -> batches.next(), arguments[0], self);
        return binding.js().undefined();
    }
}
