package gjdbg.goruntime;

import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.Scheduler.PendingTimer;
import gjdbg.gosym.GoFunction;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the timers of a P (runtime/time.go). */
final class TimerReader {
    private static final long MOST = 1 << 20;

    /** timerDeleted, timerRemoving and timerRemoved, up to Go 1.22. */
    private static final int DELETED = 3;

    private static final int REMOVED = 5;
    /** timerModifiedEarlier and timerModifiedLater, up to Go 1.22: nextwhen counts. */
    private static final int MODIFIED_EARLIER = 7;

    private static final int MODIFIED_LATER = 8;
    /** timerZombie, from Go 1.23 on: it is in the heap only until someone takes it out. */
    private static final int ZOMBIE = 4;

    private final GoroutineReader reader;
    private final SchedulerLayout layout;
    private final Memory memory;
    private final boolean heap;

    TimerReader(GoroutineReader reader, SchedulerLayout layout) {
        this.reader = reader;
        this.layout = layout;
        memory = reader.memory();
        heap = layout.hasTimerHeap();
    }

    /** A timer and when it goes off, by the runtime's clock. */
    private record Due(Address timer, long when) {}

    /**
     * The next one first.
     *
     * @throws Unavailable where the list makes no sense
     */
    List<PendingTimer> of(Address p) {
        Address slice = p.plus(heap ? layout.p("timers", "heap") : layout.p("timers"));
        Address first = memory.pointer(slice);
        long count = memory.u64(slice.plus(8));
        if (count < 0 || count > MOST) {
            throw new Unavailable(
                    "the timers",
                    "a list of " + Long.toUnsignedString(count) + " timers makes no sense or is too long");
        }
        List<Due> all = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Address timer = memory.pointer(first.plus(i * (heap ? 16 : 8)));
            when(timer).ifPresent(when -> all.add(new Due(timer, when)));
        }
        all.sort(Comparator.comparingLong(Due::when));
        return all.stream().map(this::pending).toList();
    }

    /** Empty for one that was stopped, and is there for the runtime to clear away. */
    private Optional<Long> when(Address timer) {
        if (heap) {
            int state = memory.u8(timer.plus(layout.timer("state")));
            return (state & ZOMBIE) != 0 ? Optional.empty() : Optional.of(memory.u64(timer.plus(layout.timer("when"))));
        }
        int status = (int) memory.u32(timer.plus(layout.timer("status")));
        if (status >= DELETED && status <= REMOVED) {
            return Optional.empty();
        }
        boolean modified = status == MODIFIED_EARLIER || status == MODIFIED_LATER;
        return Optional.of(memory.u64(timer.plus(layout.timer(modified ? "nextwhen" : "when"))));
    }

    private PendingTimer pending(Due due) {
        Address function = memory.pointer(due.timer().plus(layout.timer("f")));
        String name = name(function);
        Address argument = memory.pointer(due.timer().plus(layout.timer("arg") + 8L));
        boolean wakes = name.equals("runtime.goroutineReady");
        return new PendingTimer(
                reader.until(due.when()),
                memory.u64(due.timer().plus(layout.timer("period"))),
                name.equals("time.goFunc") ? name(argument) : name,
                wakes ? Optional.of(reader.state(argument)) : Optional.empty());
    }

    /** Of a func value; "" where it is not known. */
    private String name(Address function) {
        try {
            return reader.functionAt(memory.pointer(function))
                    .map(GoFunction::name)
                    .orElse("");
        } catch (MemoryFault e) {
            return "";
        }
    }
}
