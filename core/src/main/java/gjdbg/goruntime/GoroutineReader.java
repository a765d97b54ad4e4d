package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.error.MemoryFault;
import gjdbg.error.Unavailable;
import gjdbg.gosym.GoFunction;
import gjdbg.symbol.Position;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.core.CoreTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the runtime's descriptors of goroutines, and its list of them. */
final class GoroutineReader {
    /** So many goroutines no memory holds: the list is corrupt. */
    private static final long MOST = 1L << 27;

    /** fingRunningFinalizer (runtime/mfinal.go). */
    private static final int RUNNING_FINALIZER = 2;

    private final Program program;
    private final Target target;
    private final LazyLayout common;
    private final RuntimeVariables variables;
    private final Map<Long, Optional<Position>> calls = new HashMap<>();
    private final Map<Long, Optional<GoFunction>> entries = new HashMap<>();
    private GoroutineLayout layout;
    private Waits waits;
    private SchedulerReader scheduler;

    GoroutineReader(Program program, Target target, LazyLayout common) {
        this.program = Objects.requireNonNull(program);
        this.target = Objects.requireNonNull(target);
        this.common = Objects.requireNonNull(common);
        variables = new RuntimeVariables(program.main(), target.memory());
    }

    Memory memory() {
        return target.memory();
    }

    RuntimeLayout common() {
        return common.get();
    }

    RuntimeVariables variables() {
        return variables;
    }

    GoroutineLayout layout() {
        if (layout == null) {
            layout = GoroutineLayout.of(program.main().symbols().dwarf(), common.get());
        }
        return layout;
    }

    /** @throws MemoryFault where there is no descriptor */
    GoroutineState state(Address descriptor) {
        return new GoroutineState(this, Structure.at(memory(), descriptor, layout().length()));
    }

    /** Those that live, in the order in which the runtime made their descriptors. */
    Goroutines all() {
        Memory memory = memory();
        Address slice = variables.get("runtime.allgs");
        Address list = memory.pointer(slice);
        long length = memory.u64(slice.plus(8));
        if (length < 0 || length > MOST) {
            throw new Unavailable(
                    "the list of goroutines",
                    "the runtime's list (runtime.allgs) has the length " + Long.toUnsignedString(length)
                            + ": its memory is corrupt");
        }
        long[] live = new long[(int) Math.min(length, 1024)];
        int count = 0;
        int unreadable = 0;
        for (long i = 0; i < length; i++) {
            Address g = memory.pointer(list.plus(8 * i));
            try {
                int status = (int) memory.u32(g.plus(layout().status()));
                if (!GoroutineStatus.of(status).isAlive()) {
                    continue;
                }
            } catch (MemoryFault e) {
                unreadable++;
                continue;
            }
            if (count == live.length) {
                live = java.util.Arrays.copyOf(live, 2 * count);
            }
            live[count++] = g.value();
        }
        return new Goroutines(this, java.util.Arrays.copyOf(live, count), unreadable);
    }

    /** The thread whose m has that goroutine as its current one. */
    Optional<TargetThread> thread(Address m, Address g) {
        try {
            if (m.value() == 0 || !memory().pointer(m.plus(common.get().curg())).equals(g)) {
                return Optional.empty();
            }
            return thread(memory().u64(m.plus(layout().procId())));
        } catch (MemoryFault e) {
            return Optional.empty();
        }
    }

    /** @param id the kernel's */
    Optional<TargetThread> thread(long id) {
        return target.thread((int) id);
    }

    /** @throws Unavailable for a program without debugging information or symbols */
    Scheduler scheduler() {
        if (scheduler == null) {
            scheduler = new SchedulerReader(
                    this, new SchedulerLayout(program.main().symbols().dwarf()));
        }
        return scheduler.read();
    }

    /** The statement from which a call returns to that address: of the innermost inlined function. */
    Optional<Position> callBefore(Address returnAddress) {
        return calls.computeIfAbsent(returnAddress.value(), key -> position(returnAddress.plus(-1)));
    }

    private Optional<Position> position(Address pc) {
        return program.moduleAt(pc).flatMap(module -> {
            List<Position> positions = module.symbols().positionsAt(module.toFile(pc));
            return positions.stream().filter(each -> !each.wrapper()).findFirst();
        });
    }

    Optional<GoFunction> functionAt(Address entry) {
        return entries.computeIfAbsent(
                entry.value(),
                key -> program.moduleAt(entry)
                        .flatMap(module -> module.symbols()
                                .goLineTable()
                                .flatMap(lines -> lines.functionAt(module.toFile(entry)))));
    }

    /** Whether the finalizer goroutine calls one of the program's functions. */
    boolean isRunningFinalizer() {
        Optional<Address> status = variables.find("runtime.fingStatus");
        if (status.isPresent()) {
            return (memory().u32(status.get()) & RUNNING_FINALIZER) != 0;
        }
        return variables
                .find("runtime.fingRunning")
                .map(flag -> memory().u8(flag) != 0)
                .orElse(false);
    }

    /**
     * The time that has passed since a reading of the runtime's clock, in nanoseconds.
     *
     * @throws Unavailable for a core, which does not tell when it was written
     */
    OptionalLong since(long nanotime) {
        if (target instanceof CoreTarget) {
            throw new Unavailable("goroutine.waitingSince", "a core does not hold the time at which it was written");
        }
        // both are CLOCK_MONOTONIC
        return OptionalLong.of(Math.max(0, System.nanoTime() - nanotime));
    }

    Waits waits() {
        if (waits == null) {
            waits = new Waits(
                    memory(), variables, WaitLayout.of(program.main().symbols().dwarf()));
        }
        return waits;
    }

    /** Nanoseconds from now until a reading of the runtime's clock; empty for a core. */
    OptionalLong until(long nanotime) {
        return target instanceof CoreTarget ? OptionalLong.empty() : OptionalLong.of(nanotime - System.nanoTime());
    }

    Map<String, String> labels(Address labels) {
        try {
            return labels.value() == 0 ? Map.of() : new Labels(memory(), variables).at(labels, program.isGoAtLeast(24));
        } catch (GjdbgException e) {
            throw new Unavailable("goroutine.labels", e.getMessage());
        }
    }
}
