package gjdbg.goruntime;

import gjdbg.target.Address;
import java.util.Iterator;
import java.util.stream.LongStream;

/** The goroutines of a program at one moment; each is read when it is asked for, so a million of them take little memory. */
public final class Goroutines implements Iterable<GoroutineState> {
    private final GoroutineReader reader;
    private final long[] descriptors;
    private final int unreadable;

    Goroutines(GoroutineReader reader, long[] descriptors, int unreadable) {
        this.reader = reader;
        this.descriptors = descriptors;
        this.unreadable = unreadable;
    }

    public int size() {
        return descriptors.length;
    }

    /** How many descriptors of the runtime's list could not be read, and are left out. */
    public int unreadable() {
        return unreadable;
    }

    /** @throws gjdbg.error.MemoryFault when its descriptor can't be read */
    public GoroutineState get(int index) {
        return reader.state(new Address(descriptors[index]));
    }

    @Override
    public Iterator<GoroutineState> iterator() {
        return LongStream.of(descriptors)
                .mapToObj(each -> reader.state(new Address(each)))
                .iterator();
    }
}
