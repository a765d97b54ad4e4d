package gjdbg.goruntime;

import gjdbg.target.Address;
import java.util.List;
import java.util.Objects;

/** What a parked goroutine waits on. */
public sealed interface WaitingOn {
    /** @param address of the runtime.hchan; 0 for a nil channel */
    record Channel(Address address) implements WaitingOn {
        public Channel {
            Objects.requireNonNull(address);
        }
    }

    /** @param channels those of the cases that are not nil, in the order in which the runtime locks them */
    record Select(List<Address> channels) implements WaitingOn {
        public Select {
            channels = List.copyOf(channels);
        }
    }

    /**
     * What a mutex, read-write mutex or wait group is built on.
     *
     * @param address of the semaphore's uint32, which is a field of those
     */
    record Semaphore(Address address) implements WaitingOn {
        public Semaphore {
            Objects.requireNonNull(address);
        }
    }

    /** @param due in nanoseconds from now; negative where it is due already */
    record Timer(long due) implements WaitingOn {}
}
