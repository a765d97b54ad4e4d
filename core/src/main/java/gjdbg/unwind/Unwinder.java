package gjdbg.unwind;

import gjdbg.gosym.GoFunction;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/** Walks the stacks of stopped threads. */
public final class Unwinder {
    /** A stack of a million frames is an endless recursion: enough to see that. */
    private static final int MOST_FRAMES = 1_000_000;

    private final Program program;
    private final Memory memory;
    private final StackSwitches switches;
    private final Map<LoadedModule, Integer> wrapperIds = new HashMap<>();

    public Unwinder(Program program, Memory memory, StackSwitches switches) {
        this.program = Objects.requireNonNull(program);
        this.memory = Objects.requireNonNull(memory);
        this.switches = Objects.requireNonNull(switches);
    }

    /** The innermost frame; nothing is looked up yet. */
    public Frame first(TargetThread thread) {
        Registers registers = thread.registers();
        PhysicalFrame physical = new PhysicalFrame(
                this,
                thread,
                new Address(registers.get(Register.RIP)),
                new Address(registers.get(Register.RSP)),
                true,
                registers,
                0);
        return physical.innermost(0);
    }

    /** All frames, innermost first, each found when the iteration comes to it. */
    public Iterable<Frame> frames(TargetThread thread) {
        return () -> new Walk(first(thread));
    }

    Program program() {
        return program;
    }

    /**
     * The funcID of wrappers in a module. The numbers move with each release, but they are in the order of the names, and
     * those of systemstack, systemstack_switch and wrappers are the last ones (internal/abi/symtab.go).
     */
    int wrapperId(LoadedModule module) {
        return wrapperIds.computeIfAbsent(
                module,
                known -> known
                        .symbols()
                        .goLineTable()
                        .map(table -> table.functionsNamed("runtime.systemstack"))
                        .orElse(List.of())
                        .stream()
                        .mapToInt(GoFunction::funcId)
                        .max()
                        .orElse(0)
                        + 2);
    }

    Memory memory() {
        return memory;
    }

    StackSwitches switches() {
        return switches;
    }

    private static final class Walk implements Iterator<Frame> {
        private Optional<Frame> next;
        private Optional<Frame> last = Optional.empty();

        Walk(Frame first) {
            next = Optional.of(first);
        }

        @Override
        public boolean hasNext() {
            if (next.isEmpty() && last.isPresent() && last.get().index() < MOST_FRAMES) {
                next = last.get().caller();
                last = Optional.empty();
            }
            return next.isPresent();
        }

        @Override
        public Frame next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = next;
            next = Optional.empty();
            return last.get();
        }
    }
}
