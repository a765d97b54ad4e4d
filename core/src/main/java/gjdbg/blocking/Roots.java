package gjdbg.blocking;

import gjdbg.error.GjdbgException;
import gjdbg.goruntime.GoroutineState;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a search for what the program can still reach begins, goroutines' stacks aside: its packages' variables, timers and
 * finalizers. The runtime's own lists of goroutines, threads and waiters are none, for all that waits hangs on them.
 */
final class Roots {
    private static final int MOST_PROCESSORS = 1 << 16;
    private static final int MOST_CASES = 1 << 16;
    private static final int MOST_RECORDS = 1 << 20;

    private final Scene scene;
    private final Memory memory;
    private final Spans spans;

    Roots(Scene scene, Spans spans) {
        this.scene = scene;
        memory = scene.memory();
        this.spans = spans;
    }

    /** The runtime's records of goroutines, their waits, threads and processors, which are objects of the heap. */
    Set<Long> records() {
        Set<Long> found = new HashSet<>();
        Address all = RuntimeGlobals.address(scene, "runtime.allgs");
        long count = Math.min(memory.u64(all.plus(8)), 1L << 27);
        Address list = memory.pointer(all);
        Optional<Long> waiting = scene.offset("runtime.g", "waiting");
        Optional<Long> link = scene.offset("runtime.sudog", "waitlink");
        for (long i = 0; i < count; i++) {
            Address g = memory.pointer(list.plus(8 * i));
            add(g.value(), found);
            if (waiting.isPresent() && link.isPresent()) {
                addWaits(memory.pointer(g.plus(waiting.get())), link.get(), found);
            }
        }
        long next = scene.offset("runtime.m", "alllink").orElse(-1L);
        Address m = memory.pointer(RuntimeGlobals.address(scene, "runtime.allm"));
        for (int i = 0; next >= 0 && m.value() != 0 && i < MOST_PROCESSORS; i++) {
            add(m.value(), found);
            m = memory.pointer(m.plus(next));
        }
        processors().forEach(each -> add(each.value(), found));
        // registers may hold these, too, after the processor has parked the goroutine
        scene.runtime().semaphoreQueues().forEach(each -> add(each, found));
        return found;
    }

    /** What waits on a channel is found by the goroutine that does; registers may hold these long after that. */
    private void addWaits(Address first, long link, Set<Long> found) {
        Address at = first;
        for (int i = 0; at.value() != 0 && i < MOST_CASES; i++) {
            add(at.value(), found);
            at = memory.pointer(at.plus(link));
        }
    }

    private void add(long address, Set<Long> found) {
        found.add(spans.base(address));
    }

    private List<Address> processors() {
        Address all = RuntimeGlobals.address(scene, "runtime.allp");
        List<Address> found = new ArrayList<>();
        long count = Math.min(memory.u64(all.plus(8)), MOST_PROCESSORS);
        for (long i = 0; i < count; i++) {
            found.add(memory.pointer(memory.pointer(all).plus(8 * i)));
        }
        return found;
    }

    /** What timers will call, and what they will send to. */
    void timers(Marker marker) {
        Optional<Type.Field> field = scene.field("runtime.p", "timers");
        for (Address each : field.isPresent() ? processors() : List.<Address>of()) {
            long start = each.value() + field.get().offset();
            marker.rootsIn(start, start + field.get().type().size());
        }
    }

    /** Objects with finalizers or cleanups, and these functions: they are called when the objects are given up. */
    void finalizers(Marker marker) {
        long next = scene.offset("runtime.special", "next").orElse(-1L);
        long offset = scene.offset("runtime.special", "offset").orElse(-1L);
        long kind = scene.offset("runtime.special", "kind").orElse(-1L);
        long size = scene.types().named("runtime.special").map(Type::size).orElse(0L);
        if (next < 0 || offset < 0 || kind < 0) {
            return;
        }
        int finalizer = scene.program().isGoAtLeast(25) ? 2 : 1;
        int cleanup = scene.program().isGoAtLeast(25) ? 7 : scene.program().isGoAtLeast(24) ? 6 : -1;
        for (int span = 0; span < spans.count(); span++) {
            try {
                Address at = new Address(spans.specials(span));
                for (int i = 0; at.value() != 0 && i < MOST_RECORDS; i++) {
                    int is = memory.u8(at.plus(kind));
                    if (is == finalizer || is == cleanup) {
                        marker.root(spans.start(span) + memory.u16(at.plus(offset)));
                        marker.rootsIn(at.value() + size, at.value() + size + 8);
                    }
                    at = memory.pointer(at.plus(next));
                }
            } catch (GjdbgException e) {
                continue;
            }
        }
    }

    /** What a goroutine holds besides its stack: its first call's closure, deferred calls and panics. */
    void goroutine(GoroutineState goroutine, Marker marker) {
        Address g = goroutine.goroutine().descriptor();
        scene.offset("runtime.g", "sched", "ctxt").ifPresent(at -> marker.root(memory.u64(g.plus(at))));
        Optional<Long> first = scene.offset("runtime.g", "_defer");
        Optional<Long> link = scene.offset("runtime._defer", "link");
        Optional<Long> function = scene.offset("runtime._defer", "fn");
        if (first.isPresent() && link.isPresent() && function.isPresent()) {
            Address at = memory.pointer(g.plus(first.get()));
            for (int i = 0; at.value() != 0 && i < MOST_RECORDS; i++) {
                marker.root(at.value());
                marker.root(memory.u64(at.plus(function.get())));
                at = memory.pointer(at.plus(link.get()));
            }
        }
        Optional<Long> panicking = scene.offset("runtime.g", "_panic");
        Optional<Long> argument = scene.offset("runtime._panic", "arg");
        if (panicking.isPresent() && argument.isPresent()) {
            Address at = memory.pointer(g.plus(panicking.get()));
            if (at.value() != 0) {
                marker.root(memory.u64(at.plus(argument.get() + 8)));
            }
        }
    }
}
