package gjdbg.blocking;

import gjdbg.goruntime.WaitingOn;
import gjdbg.target.Address;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What a goroutine waits on, in the program's terms. */
public sealed interface Wait {
    record OnChannel(WaitingOn.Channel channel) implements Wait {
        public OnChannel {
            Objects.requireNonNull(channel);
        }
    }

    /** @param cases those whose channels are not nil, in no order of the source */
    record OnSelect(List<WaitingOn.Channel> cases) implements Wait {
        public OnSelect {
            cases = List.copyOf(cases);
        }
    }

    /** @param address of the sync.Mutex */
    record OnMutex(Address address) implements Wait {}

    /**
     * @param address of the sync.RWMutex
     * @param reads whether it waits to read, not to write
     */
    record OnReadWriteMutex(Address address, boolean reads) implements Wait {}

    /**
     * @param address of the sync.WaitGroup
     * @param counter how many calls of Done it waits for
     */
    record OnWaitGroup(Address address, long counter) implements Wait {}

    /** @param address of the sync.Cond; 0 where the compiler did not keep it */
    record OnCondition(Address address) implements Wait {}

    /** @param address of a semaphore of the runtime's or of a package's own */
    record OnSemaphore(Address address) implements Wait {}

    /** @param due in nanoseconds from now; empty for a core */
    record OnTimer(OptionalLong due) implements Wait {}

    /**
     * @param descriptor the number of the file descriptor
     * @param writes whether it waits to write, not to read, accept or connect
     */
    record OnDescriptor(int descriptor, boolean writes) implements Wait {}

    /** The channels that could wake it; empty for what is none. */
    default List<WaitingOn.Channel> channels() {
        return switch (this) {
            case OnChannel on -> List.of(on.channel());
            case OnSelect on -> on.cases();
            case OnMutex on -> List.of();
            case OnReadWriteMutex on -> List.of();
            case OnWaitGroup on -> List.of();
            case OnCondition on -> List.of();
            case OnSemaphore on -> List.of();
            case OnTimer on -> List.of();
            case OnDescriptor on -> List.of();
        };
    }
}
