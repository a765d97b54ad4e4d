package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/** A slice or an array: elements are read when they are asked for. */
final class SequenceObject extends ValueObject implements ProxyArray {
    private final Reading.Sequence sequence;

    SequenceObject(Binding binding, Value whole, Reading.Sequence sequence) {
        super(binding, whole);
        this.sequence = sequence;
    }

    @Override
    public Object get(long index) {
        if (index < 0 || index >= sequence.length()) {
            // undefined, to JavaScript
            throw new ArrayIndexOutOfBoundsException();
        }
        try {
            return binding.values().of(sequence.elements().at(index));
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public void set(long index, org.graalvm.polyglot.Value value) {
        try {
            HandleObject.set(sequence.elements().at(index), value);
        } catch (GjdbgException e) {
            throw binding.errors().raise(e);
        }
    }

    @Override
    public long getSize() {
        return sequence.length();
    }

    @Override
    Object member(String name) {
        if (!name.equals("capacity")) {
            return null;
        }
        if (sequence.capacity() == Reading.Sequence.UNKNOWN) {
            throw new Unavailable("the capacity", "the compiler dropped it at this point");
        }
        return binding.js().integer(sequence.capacity(), false);
    }

    @Override
    boolean has(String name) {
        return name.equals("capacity");
    }

    @Override
    public Object getMemberKeys() {
        return ProxyArray.fromArray();
    }
}
