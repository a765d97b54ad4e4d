package gjdbg.goruntime;

import gjdbg.error.Unavailable;
import gjdbg.goruntime.Scheduler.Collector;
import gjdbg.goruntime.Scheduler.Machine;
import gjdbg.goruntime.Scheduler.Processor;
import gjdbg.goruntime.Scheduler.Status;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the runtime's scheduler (runtime/proc.go, runtime/runtime2.go). */
final class SchedulerReader {
    private static final long MOST_PROCESSORS = 1 << 16;
    private static final int MOST_MACHINES = 1 << 20;
    private static final int MOST_QUEUED = 1 << 24;
    /** The length of runtime.p.runq in every release. */
    private static final int LOCAL_QUEUE = 256;

    private static final List<String> PHASES = List.of("off", "mark", "mark termination");

    private final GoroutineReader reader;
    private final SchedulerLayout layout;
    private final TimerReader timers;
    private final Memory memory;
    private final Address sched;

    SchedulerReader(GoroutineReader reader, SchedulerLayout layout) {
        this.reader = reader;
        this.layout = layout;
        memory = reader.memory();
        timers = new TimerReader(reader, layout);
        sched = variable("runtime.sched");
    }

    Scheduler read() {
        Set<Long> idle = idleMachines();
        List<Machine> machines = new ArrayList<>();
        Address at = memory.pointer(variable("runtime.allm"));
        for (; at.value() != 0; at = memory.pointer(at.plus(layout.m("alllink")))) {
            if (machines.size() == MOST_MACHINES) {
                throw corrupt("the list of Ms goes round at " + at);
            }
            machines.add(machine(at, idle.contains(at.value())));
        }
        return new Scheduler(
                (int) memory.u32(variable("runtime.gomaxprocs")),
                processors(),
                machines,
                globalQueue(),
                (int) memory.u32(sched.plus(layout.sched("nmspinning"))),
                collector());
    }

    private Address variable(String name) {
        return reader.variables()
                .find(name)
                .orElseThrow(() -> new Unavailable(SchedulerLayout.WHAT, "the executable has no symbol " + name));
    }

    private List<Processor> processors() {
        Address slice = variable("runtime.allp");
        Address list = memory.pointer(slice);
        long length = memory.u64(slice.plus(8));
        if (length < 0 || length > MOST_PROCESSORS) {
            throw corrupt("the runtime's list of Ps (runtime.allp) has the length " + Long.toUnsignedString(length));
        }
        List<Processor> processors = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            processors.add(processor(memory.pointer(list.plus(8 * i))));
        }
        return processors;
    }

    private Processor processor(Address p) {
        Address m = memory.pointer(p.plus(layout.p("m")));
        return new Processor(
                (int) memory.u32(p.plus(layout.p("id"))),
                Status.of((int) memory.u32(p.plus(layout.p("status")))),
                memory.u32(p.plus(layout.p("schedtick"))) & 0xffff_ffffL,
                memory.u32(p.plus(layout.p("syscalltick"))) & 0xffff_ffffL,
                m.value() == 0 ? OptionalLong.empty() : OptionalLong.of(memory.u64(m.plus(layout.m("id")))),
                m.value() == 0 ? Optional.empty() : goroutine(m.plus(layout.m("curg"))),
                goroutine(p.plus(layout.p("runnext"))),
                localQueue(p),
                memory.u8(p.plus(layout.p("preempt"))) != 0,
                () -> timers.of(p));
    }

    private List<GoroutineState> localQueue(Address p) {
        int head = (int) memory.u32(p.plus(layout.p("runqhead")));
        int tail = (int) memory.u32(p.plus(layout.p("runqtail")));
        if (tail - head < 0 || tail - head > LOCAL_QUEUE) {
            throw corrupt("a P's queue goes from " + head + " to " + tail);
        }
        List<GoroutineState> queue = new ArrayList<>();
        for (int i = head; i != tail; i++) {
            long slot = Integer.remainderUnsigned(i, LOCAL_QUEUE);
            goroutine(p.plus(layout.p("runq") + 8 * slot)).ifPresent(queue::add);
        }
        return queue;
    }

    private List<GoroutineState> globalQueue() {
        List<GoroutineState> queue = new ArrayList<>();
        Address at = memory.pointer(sched.plus(layout.sched("runq", "head")));
        for (; at.value() != 0; at = memory.pointer(at.plus(layout.g("schedlink")))) {
            if (queue.size() == MOST_QUEUED) {
                throw corrupt("the global queue goes round at " + at);
            }
            queue.add(reader.state(at));
        }
        return queue;
    }

    private Set<Long> idleMachines() {
        boolean nodes = layout.hasIdleNodes();
        int next = nodes ? layout.m("idleNode", "next") : layout.m("schedlink");
        Set<Long> idle = new HashSet<>();
        Address at = memory.pointer(sched.plus(nodes ? layout.sched("midle", "obj") : layout.sched("midle")));
        while (at.value() != 0 && idle.size() < MOST_MACHINES && idle.add(at.value())) {
            at = memory.pointer(at.plus(next));
        }
        return idle;
    }

    private Machine machine(Address m, boolean idle) {
        long threadId = memory.u64(m.plus(layout.m("procid")));
        Address p = memory.pointer(m.plus(layout.m("p")));
        return new Machine(
                memory.u64(m.plus(layout.m("id"))),
                threadId,
                reader.thread(threadId),
                p.value() == 0 ? OptionalLong.empty() : OptionalLong.of((int) memory.u32(p.plus(layout.p("id")))),
                goroutine(m.plus(layout.m("curg"))),
                goroutine(m.plus(layout.m("lockedg"))),
                flag(m, "spinning"),
                idle,
                flag(m, "blocked"),
                flag(m, "incgo"));
    }

    private boolean flag(Address m, String field) {
        return memory.u8(m.plus(layout.m(field))) != 0;
    }

    private Optional<GoroutineState> goroutine(Address pointer) {
        Address g = memory.pointer(pointer);
        return g.value() == 0 ? Optional.empty() : Optional.of(reader.state(g));
    }

    private Collector collector() {
        int phase = (int) memory.u32(variable("runtime.gcphase"));
        return new Collector(
                phase >= 0 && phase < PHASES.size() ? PHASES.get(phase) : "phase " + phase,
                memory.u8(sched.plus(layout.sched("gcwaiting"))) != 0,
                (int) memory.u32(sched.plus(layout.sched("stopwait"))),
                memory.u32(variable("runtime.memstats").plus(layout.statistics("numgc"))) & 0xffff_ffffL);
    }

    private static Unavailable corrupt(String how) {
        return new Unavailable(SchedulerLayout.WHAT, how + ": its memory is corrupt");
    }
}
