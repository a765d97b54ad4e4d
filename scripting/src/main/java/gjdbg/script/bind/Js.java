package gjdbg.script.bind;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/** The functions of bootstrap.js: what can only be made in JavaScript itself. */
public final class Js {
    /** Number.MAX_SAFE_INTEGER. */
    private static final long MAX_SAFE = (1L << 53) - 1;

    private static final int BATCH = 1000;

    private final Value makeError;
    private final Value bigint;
    private final Value bytes;
    private final Value truth;
    private final Value call;
    private final Value fresh;
    private final Value isRegExp;
    private final Value list;
    private final Value record;
    private final Value batch;
    private final Value walk;
    private final Value quickMaps;
    private boolean mapsAreQuick;
    private final Value forEach;
    private final Value plainMap;
    private final Value undefined;

    /** @param bootstrap the value of bootstrap.js */
    public Js(Value bootstrap) {
        makeError = bootstrap.getMember("makeError");
        bigint = bootstrap.getMember("bigint");
        bytes = bootstrap.getMember("bytes");
        truth = bootstrap.getMember("truth");
        call = bootstrap.getMember("call");
        fresh = bootstrap.getMember("fresh");
        isRegExp = bootstrap.getMember("isRegExp");
        list = bootstrap.getMember("list");
        record = bootstrap.getMember("record");
        batch = bootstrap.getMember("batch");
        quickMaps = bootstrap.getMember("quickMaps");
        walk = bootstrap.getMember("walk");
        forEach = bootstrap.getMember("forEach");
        plainMap = bootstrap.getMember("plainMap");
        undefined = bootstrap.getMember("undefined");
    }

    /** A JavaScript error of one of gjdbg's classes, whose stack begins at the script's own line. */
    Value error(String kind, String message, Object data) {
        return makeError.execute(kind, message, data);
    }

    /** As a BigInt, of 64 unsigned bits. */
    Object unsigned(long value) {
        return bigint.execute(Long.toUnsignedString(value));
    }

    /** As a number where that is exact, else as a BigInt. */
    Object integer(long value, boolean unsigned) {
        if (value >= 0 || !unsigned) {
            if (value == (int) value) {
                return (int) value;
            }
            if (value <= MAX_SAFE && value >= -MAX_SAFE) {
                return (double) value;
            }
        }
        return bigint.execute(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    }

    /** A Uint8Array of its own. */
    Object bytes(byte[] content) {
        return bytes.execute(ByteBuffer.wrap(content));
    }

    /** A function that tells whether the condition gives something true. */
    Value truth(Value condition) {
        return truth.execute(condition);
    }

    /** Calls a handler with that {@code this}. */
    Value call(Value handler, Object self, Object first, Object second) {
        return call.execute(handler, self, first, second);
    }

    Object fresh() {
        return fresh.execute();
    }

    boolean isRegExp(Value value) {
        return isRegExp.execute(value).asBoolean();
    }

    /** An object of JavaScript's own with these members. */
    public Object record(Map<String, Object> members) {
        return record.execute(ProxyObject.fromMap(members));
    }

    Value undefined() {
        return undefined;
    }

    /**
     * An iterator over the elements of arrays, the last of which is empty.
     *
     * @param pairs whether two neighbours are one item
     */
    Value walk(ProxyExecutable batch, boolean pairs) {
        return walk.execute(batch, pairs);
    }

    /** Has for...of take a map's entries(), as it does with a map of JavaScript's own. To be called with the first map. */
    void quickMaps(Object map) {
        if (!mapsAreQuick) {
            mapsAreQuick = true;
            quickMaps.executeVoid(map);
        }
    }

    /** Map.prototype.forEach, over arrays of keys and values by turns, the last of which is empty. */
    void forEach(Object map, ProxyExecutable batch, Value handler, Object self) {
        forEach.execute(map, batch, handler, self);
    }

    /** What JSON has for a map: an object, or an array of pairs where the keys are not all told apart by their text. */
    Value plainMap(Value entries) {
        return plainMap.execute(entries);
    }

    /** A real array. */
    Object list(List<?> items) {
        return items(items);
    }

    /** A real array of at most {@value #BATCH} items or so: quicker to make, for they are passed as arguments. */
    Value batch(List<?> items) {
        return batch.execute(items.toArray());
    }

    /** A real array, whatever its length; items may be null. */
    Value items(List<?> items) {
        return items.size() <= BATCH ? batch(items) : list.execute(ProxyArray.fromArray(items.toArray()));
    }
}
