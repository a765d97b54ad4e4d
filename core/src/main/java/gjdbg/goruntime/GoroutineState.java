package gjdbg.goruntime;

import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.unwind.GoStack;
import gjdbg.unwind.SavedContext;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the runtime's descriptor (runtime.g) said of a goroutine at one moment. */
public final class GoroutineState {
    /** Goroutines of the runtime's own functions that count as the program's. */
    private static final Set<String> USERS = Set.of("runtime.main", "runtime.corostart", "runtime.handleAsyncEvent");

    private static final Set<String> FINALIZERS = Set.of("runtime.runfinq", "runtime.runFinalizers");

    private final GoroutineReader reader;
    private final Structure g;
    private Optional<TargetThread> thread;

    GoroutineState(GoroutineReader reader, Structure g) {
        this.reader = Objects.requireNonNull(reader);
        this.g = Objects.requireNonNull(g);
    }

    /** goid. */
    public long id() {
        return g.u64(reader.common().goid());
    }

    public Goroutine goroutine() {
        return new Goroutine(id(), g.address(), g.pointer(0), g.pointer(8));
    }

    public GoroutineStatus status() {
        return GoroutineStatus.of((int) g.u64(reader.layout().status()));
    }

    /** Whether the runtime counts it among the goroutines; not so once it has ended. */
    public boolean isAlive() {
        return status().isAlive();
    }

    /** In the runtime's words: {@code chan receive}; empty for a goroutine that does not wait. */
    public Optional<String> waitReason() {
        int number = (int) g.u64(reader.layout().waitReason()) & 0xff;
        return switch (status()) {
            case WAITING, LEAKED ->
                number == 0 ? Optional.empty() : reader.variables().waitReason(number);
            case IDLE, RUNNABLE, RUNNING, SYSCALL, DEAD, COPYSTACK, PREEMPTED, DEADEXTRA, UNKNOWN -> Optional.empty();
        };
    }

    /**
     * How long it has waited, in nanoseconds, as far as the runtime knows: the collector takes the time when it first finds a
     * goroutine waiting. Empty where it has not.
     *
     * @throws gjdbg.error.Unavailable for a core
     */
    public OptionalLong waited() {
        long since = g.u64(reader.layout().waitSince());
        return switch (status()) {
            case WAITING, LEAKED, SYSCALL -> since == 0 ? OptionalLong.empty() : reader.since(since);
            case IDLE, RUNNABLE, RUNNING, DEAD, COPYSTACK, PREEMPTED, DEADEXTRA, UNKNOWN -> OptionalLong.empty();
        };
    }

    /** The thread that runs it, or its system call. */
    public Optional<TargetThread> thread() {
        if (thread == null) {
            thread = reader.thread(g.pointer(reader.common().m()), g.address());
        }
        return thread;
    }

    /** The id of the goroutine that started it; empty before Go 1.21, and for the first one. */
    public OptionalLong parentId() {
        int at = reader.layout().parent();
        return at < 0 || g.u64(at) == 0 ? OptionalLong.empty() : OptionalLong.of(g.u64(at));
    }

    /** The address behind the call that started it; 0 for the first one. */
    Address startedAt() {
        return g.pointer(reader.layout().goPc());
    }

    /** The go statement that started it; where that is in an inlined function, there. */
    public Optional<Position> createdBy() {
        Address at = startedAt();
        return at.value() == 0 ? Optional.empty() : reader.callBefore(at);
    }

    /** The function that it began with, and the line of that one's beginning. */
    public Optional<Position> entry() {
        return function().map(function -> {
            FileAddress at = function.entry();
            return new Position(function.name(), function.file(at), function.startLine(), false);
        });
    }

    private Optional<GoFunction> function() {
        return reader.functionAt(g.pointer(reader.layout().startPc()));
    }

    /** Whether the runtime counts it as its own (runtime.isSystemGoroutine), and leaves it out of lists. */
    public boolean isSystem() {
        String name = function().map(GoFunction::name).orElse("");
        if (!name.startsWith("runtime.") || USERS.contains(name)) {
            return false;
        }
        if (FINALIZERS.contains(name)) {
            return !reader.isRunningFinalizer();
        }
        int cleanups = reader.layout().runningCleanups();
        return !name.equals("runtime.runCleanups") || cleanups < 0 || (g.u64(cleanups) & 0xff) == 0;
    }

    /** Whether it has locked itself to its thread (runtime.LockOSThread). */
    public boolean isLocked() {
        return g.u64(reader.layout().lockedM()) != 0;
    }

    /** Those of pprof.Do and pprof.SetGoroutineLabels. */
    public Map<String, String> labels() {
        return reader.labels(g.pointer(reader.layout().labels()));
    }

    /** Bytes of its stack from where it goes on to its upper end; empty while its thread is on another stack. */
    public OptionalLong stackUsed() {
        Address sp = thread().map(each -> new Address(each.registers().get(Register.RSP)))
                .filter(each -> stack().low().compareTo(each) <= 0 && each.compareTo(stack().high()) < 0)
                .orElseGet(() -> saved().sp());
        long used = stack().high().value() - sp.value();
        boolean inside =
                used >= 0 && used <= stack().high().value() - stack().low().value();
        return inside ? OptionalLong.of(used) : OptionalLong.empty();
    }

    /**
     * What it waits on; empty where it does not wait, or for something else.
     *
     * @throws gjdbg.error.GjdbgException where what tells of it can't be read
     */
    public Optional<WaitingOn> waitingOn() {
        if (status() != GoroutineStatus.WAITING && status() != GoroutineStatus.LEAKED) {
            return Optional.empty();
        }
        String reason = waitReason().orElse("");
        if (reason.equals("sleep")) {
            return Optional.of(new WaitingOn.Timer(due()));
        }
        boolean sends = reason.startsWith("chan send");
        if (reason.endsWith("(nil chan)")) {
            return Optional.of(new WaitingOn.Channel(new Address(0), sends));
        }
        Address sudog = g.pointer(reader.layout().waiting());
        if (reason.startsWith("select")) {
            // without a case, or with cases of nil channels only, there is no sudog
            return Optional.of(reader.waits().select(sudog));
        }
        return reason.startsWith("chan ") && sudog.value() != 0
                ? Optional.of(reader.waits().channel(sudog, sends))
                : reader.waits().semaphore(g.address());
    }

    private OptionalLong due() {
        int own = reader.layout().sleepWhen();
        if (own >= 0) {
            return reader.until(g.u64(own));
        }
        int at = reader.layout().timer();
        Address timer = at < 0 ? new Address(0) : g.pointer(at);
        return timer.value() == 0
                ? OptionalLong.empty()
                : reader.until(
                        reader.memory().u64(timer.plus(reader.waits().layout().when())));
    }

    /** For the unwinder, while no thread runs it. */
    public GoStack stack() {
        return new GoStack(g.pointer(0), g.pointer(8), saved(), Optional.empty(), Optional.empty(), new Address(0));
    }

    /** Where it goes on: in a system call, in the function that called the runtime for it. */
    public SavedContext saved() {
        RuntimeLayout at = reader.common();
        if (status() == GoroutineStatus.SYSCALL && g.u64(at.syscallSp()) != 0) {
            int bp = reader.layout().syscallBp();
            return new SavedContext(
                    g.pointer(at.syscallPc()), g.pointer(at.syscallSp()), bp < 0 ? new Address(0) : g.pointer(bp));
        }
        return new SavedContext(
                g.pointer(at.sched() + at.gobufPc()),
                g.pointer(at.sched() + at.gobufSp()),
                g.pointer(at.sched() + at.gobufBp()));
    }
}
