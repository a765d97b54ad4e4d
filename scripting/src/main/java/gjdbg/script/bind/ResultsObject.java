package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import gjdbg.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.proxy.ProxyArray;

/** What a call returns, as an array that is read when it is used. */
final class ResultsObject implements ProxyArray {
    private final Binding binding;
    private final Supplier<List<Value>> source;
    private List<Value> results;

    ResultsObject(Binding binding, Supplier<List<Value>> source) {
        this.binding = binding;
        this.source = source;
    }

    List<Value> results() {
        if (results == null) {
            try {
                results = source.get();
            } catch (GjdbgException e) {
                throw binding.errors().raise(e);
            }
        }
        return results;
    }

    @Override
    public Object get(long index) {
        if (index < 0 || index >= getSize()) {
            // undefined, to JavaScript
            throw new ArrayIndexOutOfBoundsException();
        }
        try {
            return binding.values().of(results().get((int) index));
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void set(long index, org.graalvm.polyglot.Value value) {
        throw binding.errors().raise(new gjdbg.error.BadRequest("results can't be set"));
    }

    @Override
    public long getSize() {
        return results().size();
    }

    @Override
    public String toString() {
        return results().toString();
    }
}
