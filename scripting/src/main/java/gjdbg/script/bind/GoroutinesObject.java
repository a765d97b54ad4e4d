package gjdbg.script.bind;

import gjdbg.error.BadRequest;
import gjdbg.goruntime.Goroutines;
import org.graalvm.polyglot.proxy.ProxyArray;

/** All goroutines at one stop, as an array whose elements are made when they are asked for. */
final class GoroutinesObject implements ProxyArray {
    private final Binding binding;
    private final Goroutines goroutines;
    private final long made;

    GoroutinesObject(Binding binding, Goroutines goroutines) {
        this.binding = binding;
        this.goroutines = goroutines;
        made = binding.moment();
    }

    @Override
    public Object get(long index) {
        if (index < 0 || index >= goroutines.size()) {
            // undefined, to JavaScript
            throw new ArrayIndexOutOfBoundsException();
        }
        return binding.guarded(() -> {
            binding.requireStill(made, "target.goroutines");
            return GoroutineObject.of(binding, goroutines.get((int) index));
        });
    }

    @Override
    public void set(long index, org.graalvm.polyglot.Value value) {
        throw binding.raise(new BadRequest("the list of goroutines can't be changed"));
    }

    @Override
    public long getSize() {
        return goroutines.size();
    }
}
