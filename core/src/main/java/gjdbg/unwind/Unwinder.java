package gjdbg.unwind;

import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.TargetThread;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/** Walks the stacks of stopped threads. */
public final class Unwinder {
    /** A stack of a million frames is an endless recursion: enough to see that. */
    private static final int MOST_FRAMES = 1_000_000;

    private final Program program;
    private final Memory memory;
    private final GoStacks stacks;
    private final CodeCache code;

    public Unwinder(Program program, Memory memory, GoStacks stacks) {
        this.program = Objects.requireNonNull(program);
        this.memory = Objects.requireNonNull(memory);
        this.stacks = Objects.requireNonNull(stacks);
        code = new CodeCache(program);
    }

    /** The innermost frame; nothing is looked up yet. */
    public Frame first(TargetThread thread) {
        Registers registers = thread.registers();
        Context context = new Context(
                new Address(registers.get(Register.RIP)),
                new Address(registers.get(Register.RSP)),
                true,
                registers,
                Optional.empty(),
                0);
        return new PhysicalFrame(new Walk(program, memory, stacks, code, thread), context).innermost(0);
    }

    /** All frames, innermost first, each found when the iteration comes to it. */
    public Iterable<Frame> frames(TargetThread thread) {
        return () -> new Frames(first(thread));
    }

    /** All frames of a goroutine that no thread runs, from where it goes on. */
    public Iterable<Frame> frames(GoStack parked, SavedContext from) {
        RecoveredRegisters registers = new RecoveredRegisters()
                .with(Register.RIP, from.pc().value())
                .with(Register.RSP, from.sp().value());
        if (from.bp().value() != 0) {
            registers.with(Register.RBP, from.bp().value());
        }
        Context context = new Context(from.pc(), from.sp(), false, registers, Optional.empty(), 0);
        return () -> new Frames(new PhysicalFrame(new Walk(program, memory, code, parked), context).innermost(0));
    }

    private static final class Frames implements Iterator<Frame> {
        private Optional<Frame> next;
        private Optional<Frame> last = Optional.empty();

        Frames(Frame first) {
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
