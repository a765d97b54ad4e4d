package gjdbg.value;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The goroutines that wait on one side of a channel: a linked list of sudogs (runtime/runtime2.go). */
final class WaitQueue implements Iterable<Reading.Waiter> {
    private final TypedValue channel;
    private final Address head;
    private final RuntimeStruct sudog;
    private final Optional<Type> element;

    /** @param element of the channel; empty for a queue of receivers, whose elements are not there yet */
    WaitQueue(TypedValue channel, Address hchan, RuntimeStruct layout, String queue, Optional<Type> element) {
        this.channel = channel;
        this.element = element;
        RuntimeStruct waitq = layout.struct(queue);
        head = hchan.plus(layout.offset(queue) + waitq.offset("first"));
        sudog = waitq.struct("first");
    }

    @Override
    public Iterator<Reading.Waiter> iterator() {
        Memory memory = channel.context().memory();
        return new Walk(memory, memory.pointer(head));
    }

    /** Ends with an error at a list that goes round. */
    private final class Walk implements Iterator<Reading.Waiter> {
        private final Memory memory;
        private Address at;
        private final LoopGuard guard = new LoopGuard();

        Walk(Memory memory, Address first) {
            this.memory = memory;
            at = first;
        }

        @Override
        public boolean hasNext() {
            return at.value() != 0;
        }

        @Override
        public Reading.Waiter next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (guard.seen(at.value())) {
                throw new Unavailable("", "the list of the channel's waiting goroutines goes round at " + at);
            }
            Reading.Waiter waiter = waiter(at);
            at = memory.pointer(at.plus(sudog.offset("next")));
            return waiter;
        }

        private Reading.Waiter waiter(Address of) {
            Address g = memory.pointer(of.plus(sudog.offset("g")));
            Address slot = memory.pointer(of.plus(elementOffset()));
            Optional<Value> value =
                    element.filter(type -> slot.value() != 0).map(type -> channel.elsewhere(type, slot));
            long id = memory.u64(g.plus(sudog.struct("g").offset("goid")));
            return new Reading.Waiter(id, g, value, memory.u8(of.plus(sudog.offset("isSelect"))) != 0);
        }
    }

    /** From 1.26 on elem is a struct that has the pointer twice, of which vu counts. */
    private long elementOffset() {
        Type.Field field = sudog.field("elem");
        RuntimeStruct holder = new RuntimeStruct(field.type());
        return field.offset() + (holder.has("vu") ? holder.offset("vu") : 0);
    }
}
