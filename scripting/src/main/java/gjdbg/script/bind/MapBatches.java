package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.value.Reading;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/** A walk over a map whose entries cross into JavaScript in lots that grow, so that a loop that ends early has read little. */
final class MapBatches {
    private static final int MOST_AT_ONCE = 256;

    /** What of each entry a walk gives. */
    enum Part {
        KEYS,
        VALUES,
        /** A key, its value, the next key. */
        BOTH
    }

    private final Binding binding;
    private final Reading.Mapping map;
    private final Part part;
    private final Function<gjdbg.value.Value, Object> values;
    private final long moment;
    private Iterator<Reading.Entry> entries;
    private int size = 1;

    /** @param values what scripts see of an entry's value */
    MapBatches(Binding binding, Reading.Mapping map, Part part, Function<gjdbg.value.Value, Object> values) {
        this.values = values;
        this.binding = binding;
        this.map = map;
        this.part = part;
        moment = binding.moment();
    }

    /** An iterator of JavaScript's own. */
    static Value walk(Binding binding, Reading.Mapping map, Part part, Function<gjdbg.value.Value, Object> values) {
        MapBatches batches = new MapBatches(binding, map, part, values);
        return binding.js().walk(ignored -> batches.next(), part == Part.BOTH);
    }

    /** A JavaScript array; an empty one at the end. */
    Value next() {
        return binding.guarded(() -> {
            if (moment != binding.moment()) {
                throw new BadRequest("the target has run since this walk over a map began; begin it anew");
            }
            List<Object> batch = read();
            size = Math.min(2 * size, MOST_AT_ONCE);
            return binding.js().batch(batch);
        });
    }

    private List<Object> read() {
        List<Object> batch = new ArrayList<>();
        try {
            if (entries == null) {
                entries = map.entries().iterator();
            }
            for (int i = 0; i < size && entries.hasNext(); i++) {
                add(entries.next(), batch);
            }
        } catch (GjdbgException e) {
            // what came before the fault is given first
            if (batch.isEmpty()) {
                throw e;
            }
        }
        return batch;
    }

    private void add(Reading.Entry entry, List<Object> batch) {
        if (part != Part.VALUES) {
            batch.add(binding.values().of(entry.key()));
        }
        if (part != Part.KEYS) {
            batch.add(values.apply(entry.value()));
        }
    }
}
