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
    private Map<Long, Long> semaphores;
    private long moment;

    Waits(Memory memory, RuntimeVariables variables, WaitLayout layout) {
        this.memory = memory;
        this.variables = variables;
        this.layout = layout;
    }

    WaitLayout layout() {
        return layout;
    }

    /** @param sudog the first of the goroutine's (g.waiting) */
    WaitingOn channels(Address sudog) {
        if (memory.u8(sudog.plus(layout.isSelect())) == 0) {
            return new WaitingOn.Channel(memory.pointer(sudog.plus(layout.channel())));
        }
        List<Address> channels = new ArrayList<>();
        for (Address at = sudog; at.value() != 0; at = memory.pointer(at.plus(layout.waitLink()))) {
            if (channels.size() == MOST_CASES) {
                throw new Unavailable("goroutine.waitingOn", "the list of its select cases goes round at " + at);
            }
            channels.add(memory.pointer(at.plus(layout.channel())));
        }
        return new WaitingOn.Select(channels);
    }

    /** Empty for a goroutine that stands in no semaphore's queue. */
    Optional<WaitingOn> semaphore(Address g) {
        if (semaphores == null || moment != memory.moment()) {
            moment = memory.moment();
            semaphores = readSemaphores();
        }
        return Optional.ofNullable(semaphores.get(g.value()))
                .map(address -> new WaitingOn.Semaphore(new Address(address)));
    }

    private Map<Long, Long> readSemaphores() {
        Map<Long, Long> found = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        Address table = variables.get("runtime.semtable");
        long stride = variables.size("runtime.semtable") / ROOTS;
        for (int i = 0; i < ROOTS; i++) {
            Deque<Address> nodes = new ArrayDeque<>();
            nodes.add(memory.pointer(table.plus(i * stride + layout.treap())));
            while (!nodes.isEmpty()) {
                Address node = nodes.pop();
                try {
                    addQueue(node, seen, found, nodes);
                } catch (GjdbgException e) {
                    // the rest of this queue can't be read; what is in it is not known to wait on anything
                    continue;
                }
            }
        }
        return found;
    }

    /** A node of the treap, and those that wait for the same address behind it. */
    private void addQueue(Address node, Set<Long> seen, Map<Long, Long> found, Deque<Address> nodes) {
        if (node.value() == 0 || seen.contains(node.value())) {
            return;
        }
        nodes.add(memory.pointer(node.plus(layout.prev())));
        nodes.add(memory.pointer(node.plus(layout.next())));
        long address = memory.u64(node.plus(layout.elem()));
        for (Address at = node;
                at.value() != 0 && seen.size() < MOST_QUEUED && seen.add(at.value());
                at = memory.pointer(at.plus(layout.waitLink()))) {
            found.put(memory.u64(at.plus(layout.g())), address);
        }
    }
}
