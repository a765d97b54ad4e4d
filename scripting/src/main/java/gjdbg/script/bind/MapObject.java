package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import gjdbg.script.bind.MapBatches.Part;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyIterable;
import org.graalvm.polyglot.proxy.ProxyIterator;

/** A map, with the members of JavaScript's own that change nothing; entries are read as a loop gets to them. */
final class MapObject extends ValueObject implements ProxyIterable {
    private final Value value;

    /** @param value the map itself, which {@code whole} may lead to */
    MapObject(Binding binding, Value value, Value whole) {
        super(binding, whole);
        this.value = value;
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
            case "entries" -> method(arguments -> walk(Part.PAIRS));
            case "forEach" -> binding.js().forEach(this);
            default -> null;
        };
    }

    private ProxyExecutable method(Function<org.graalvm.polyglot.Value[], Object> body) {
        return arguments -> binding.guarded(() -> body.apply(arguments));
    }

    @Override
    boolean has(String name) {
        return switch (name) {
            case "size", "get", "has", "keys", "values", "entries", "forEach" -> true;
            default -> false;
        };
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray("size");
    }

    @Override
    public Object getIterator() {
        return new Pairs();
    }

    private Optional<Value> find(org.graalvm.polyglot.Value[] arguments) {
        if (arguments.length == 0) {
            throw new BadRequest("a key is wanted as argument 1");
        }
        return Keys.of(arguments[0]).flatMap(key -> map().find(key));
    }

    /** An iterator of JavaScript's own. */
    private Object walk(Part part) {
        MapBatches batches = new MapBatches(binding, map(), part);
        return binding.js().walk(ignored -> batches.next());
    }

    /** As for...of wants it of an object that is not JavaScript's own. */
    private final class Pairs implements ProxyIterator {
        private final MapBatches batches = new MapBatches(binding, map(), Part.PAIRS);
        private org.graalvm.polyglot.Value batch;
        private long at;

        @Override
        public boolean hasNext() {
            if (batch == null || at == batch.getArraySize()) {
                batch = batches.next();
                at = 0;
            }
            return at < batch.getArraySize();
        }

        @Override
        public Object getNext() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return batch.getArrayElement(at++);
        }
    }
}
