package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what goroutines wait on: the channels of their sudogs, and the semaphores in whose queues they stand (runtime/sema.go). */
final class Waits {
    /** Entries of runtime.semtable in every release. */
    private static final int ROOTS = 251;

    private static final int MOST_CASES = 1 << 16;
    private static final int MOST_QUEUED = 1 << 24;

    private final Memory memory;
    private final RuntimeVariables variables;
    private final WaitLayout layout;
    /** By goroutine, what it waits for; and the sudogs of them all. */
    private Map<Long, Long> semaphores;

    private final Set<Long> queued = new HashSet<>();
    private long moment;
    /** By channel, the sudogs of those that wait to send. */
    private final Map<Long, Set<Long>> senders = new HashMap<>();

    private long sendersMoment;

    Waits(Memory memory, RuntimeVariables variables, WaitLayout layout) {
        this.memory = memory;
        this.variables = variables;
        this.layout = layout;
    }

    WaitLayout layout() {
        return layout;
    }

    /** @param sudog the goroutine's (g.waiting) */
    WaitingOn.Channel channel(Address sudog, boolean sends) {
        return new WaitingOn.Channel(memory.pointer(sudog.plus(layout.channel())), sends);
    }

    /** @param sudog the first of the goroutine's (g.waiting), or 0 */
    WaitingOn.Select select(Address sudog) {
        List<WaitingOn.Channel> cases = new ArrayList<>();
        for (Address at = sudog; at.value() != 0; at = memory.pointer(at.plus(layout.waitLink()))) {
            if (cases.size() == MOST_CASES) {
                throw new Unavailable("goroutine.waitingOn", "the list of its select cases goes round at " + at);
            }
            Address channel = memory.pointer(at.plus(layout.channel()));
            cases.add(new WaitingOn.Channel(channel, sends(channel, at)));
        }
        return new WaitingOn.Select(cases);
    }

    /** In which of the channel's two queues the sudog stands. */
    private boolean sends(Address channel, Address sudog) {
        if (sendersMoment != memory.moment()) {
            sendersMoment = memory.moment();
            senders.clear();
        }
        return senders.computeIfAbsent(channel.value(), key -> queue(channel.plus(layout.senders())))
                .contains(sudog.value());
    }

    private Set<Long> queue(Address first) {
        Set<Long> queue = new HashSet<>();
        Address at = memory.pointer(first);
        while (at.value() != 0 && queue.size() < MOST_QUEUED && queue.add(at.value())) {
            at = memory.pointer(at.plus(layout.next()));
        }
        return queue;
    }

    /** Empty for a goroutine that stands in no semaphore's queue. */
    Optional<WaitingOn> semaphore(Address g) {
        return Optional.ofNullable(semaphores().get(g.value()))
                .map(address -> new WaitingOn.Semaphore(new Address(address)));
    }

    /** The sudogs of all that stand in the semaphores' queues. */
    Set<Long> queued() {
        semaphores();
        return Set.copyOf(queued);
    }

    private Map<Long, Long> semaphores() {
        if (semaphores == null || moment != memory.moment()) {
            moment = memory.moment();
            queued.clear();
            semaphores = readSemaphores();
        }
        return semaphores;
    }

    private Map<Long, Long> readSemaphores() {
        Map<Long, Long> found = new HashMap<>();
        Address table = variables.get("runtime.semtable");
        long stride = variables.size("runtime.semtable") / ROOTS;
        for (int i = 0; i < ROOTS; i++) {
            Deque<Address> nodes = new ArrayDeque<>();
            nodes.add(memory.pointer(table.plus(i * stride + layout.treap())));
            while (!nodes.isEmpty()) {
                Address node = nodes.pop();
                try {
                    addQueue(node, found, nodes);
                } catch (GjdbgException e) {
                    // the rest of this queue can't be read; what is in it is not known to wait on anything
                    continue;
                }
            }
        }
        return found;
    }

    /** A node of the treap, and those that wait for the same address behind it. */
    private void addQueue(Address node, Map<Long, Long> found, Deque<Address> nodes) {
        if (node.value() == 0 || queued.contains(node.value())) {
            return;
        }
        nodes.add(memory.pointer(node.plus(layout.prev())));
        nodes.add(memory.pointer(node.plus(layout.next())));
        long address = memory.u64(node.plus(layout.elem()));
        for (Address at = node;
                at.value() != 0 && queued.size() < MOST_QUEUED && queued.add(at.value());
                at = memory.pointer(at.plus(layout.waitLink()))) {
            found.put(memory.u64(at.plus(layout.g())), address);
        }
    }
}
