package gjdbg.goruntime;

import gjdbg.target.Address;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What a parked goroutine waits on, as the runtime's own structures tell. */
public sealed interface WaitingOn {
    /**
     * @param address of the runtime.hchan; 0 for a nil channel
     * @param sends whether it waits to send, not to receive
     */
    record Channel(Address address, boolean sends) implements WaitingOn {
        public Channel {
            Objects.requireNonNull(address);
        }
    }

    /** @param cases those whose channels are not nil, in the order in which the runtime locks these */
    record Select(List<Channel> cases) implements WaitingOn {
        public Select {
            cases = List.copyOf(cases);
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

    /** @param due in nanoseconds from now, negative where it is due already; empty for a core, whose now is not known */
    record Timer(OptionalLong due) implements WaitingOn {}
}
