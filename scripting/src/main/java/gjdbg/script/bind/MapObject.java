package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyIterable;

/** A map, with the members of JavaScript's own that change nothing; entries are read as a loop gets to them. */
final class MapObject extends ValueObject implements ProxyIterable {
    private static final int MOST_AT_ONCE = 64;

    /** What of each entry a walk gives. */
    private enum Part {
        KEYS,
        VALUES,
        PAIRS
    }

    private final Reading.Mapping map;

    MapObject(Binding binding, Value whole, Reading.Mapping map) {
        super(binding, whole);
        this.map = map;
    }

    @Override
    Object member(String name) {
        return switch (name) {
            case "size" -> binding.js().integer(map.size(), false);
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

    private ProxyExecutable method(java.util.function.Function<org.graalvm.polyglot.Value[], Object> body) {
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
        return walk(Part.PAIRS);
    }

    private Optional<Value> find(org.graalvm.polyglot.Value[] arguments) {
        if (arguments.length == 0) {
            throw new BadRequest("a key is wanted as argument 1");
        }
        return Keys.of(arguments[0]).flatMap(map::find);
    }

    /** An iterator of JavaScript's own. */
    private Object walk(Part part) {
        return binding.js().walk(new Batches(part)::next, part == Part.PAIRS);
    }

    /** Entries cross into JavaScript in lots that grow, so that a loop that ends early has read little. */
    private final class Batches {
        private final Part part;
        private final long moment = binding.moment();
        private Iterator<Reading.Entry> entries;
        private int size = 1;

        Batches(Part part) {
            this.part = part;
        }

        Object next(org.graalvm.polyglot.Value[] ignored) {
            if (moment != binding.moment()) {
                throw binding.raise(
                        new BadRequest("the target has run since this walk over a map began; begin it anew"));
            }
            return binding.guarded(() -> {
                if (entries == null) {
                    entries = map.entries().iterator();
                }
                List<Object> batch = new ArrayList<>();
                try {
                    for (int i = 0; i < size && entries.hasNext(); i++) {
                        add(entries.next(), batch);
                    }
                } catch (GjdbgException e) {
                    // what came before the fault is given first; the next lot meets it again
                    if (batch.isEmpty()) {
                        throw e;
                    }
                }
                size = Math.min(2 * size, MOST_AT_ONCE);
                return ProxyArray.fromList(batch);
            });
        }

        private void add(Reading.Entry entry, List<Object> batch) {
            if (part != Part.VALUES) {
                batch.add(binding.values().of(entry.key()));
            }
            if (part != Part.KEYS) {
                batch.add(binding.values().of(entry.value()));
            }
        }
    }
}
