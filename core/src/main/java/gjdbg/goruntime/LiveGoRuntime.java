package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.unwind.SavedContext;
import gjdbg.unwind.StackSwitches;
import java.util.Objects;
import java.util.Optional;

/** Finds goroutines from threads through the runtime's own structures. */
final class LiveGoRuntime implements GoRuntime, StackSwitches {
    private final Memory memory;
    private final LazyLayout layout;
    private final long tlsOffset;

    /** @param tlsOffset where a thread keeps its g, in bytes from FS_BASE; negative */
    LiveGoRuntime(Memory memory, LazyLayout layout, long tlsOffset) {
        this.memory = Objects.requireNonNull(memory);
        this.layout = Objects.requireNonNull(layout);
        this.tlsOffset = tlsOffset;
    }

    @Override
    public Optional<Goroutine> goroutineOf(TargetThread thread) {
        try {
            return userG(thread).map(this::describe);
        } catch (GjdbgException e) {
            // a thread that the runtime has not set up, or one of another library, has no g
            return Optional.empty();
        }
    }

    @Override
    public Optional<SavedContext> leftFor(TargetThread thread, Address sp) {
        try {
            return userG(thread)
                    .filter(g -> !onStack(g, sp))
                    .map(g -> saved(g.plus(layout.get().sched())));
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<SavedContext> leftForForeignCode(TargetThread thread) {
        try {
            Optional<Address> user = userG(thread);
            if (user.isEmpty()) {
                return Optional.empty();
            }
            Address g = user.get();
            Address m = memory.pointer(g.plus(layout.get().m()));
            Address vdsoSp = memory.pointer(m.plus(layout.get().vdsoSp()));
            if (vdsoSp.value() != 0) {
                return Optional.of(
                        new SavedContext(memory.pointer(m.plus(layout.get().vdsoPc())), vdsoSp, new Address(0)));
            }
            Address syscallSp = memory.pointer(g.plus(layout.get().syscallSp()));
            if (syscallSp.value() != 0) {
                return Optional.of(
                        new SavedContext(memory.pointer(g.plus(layout.get().syscallPc())), syscallSp, new Address(0)));
            }
            return Optional.of(saved(g.plus(layout.get().sched())));
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    private SavedContext saved(Address gobuf) {
        return new SavedContext(
                memory.pointer(gobuf.plus(layout.get().gobufPc())),
                memory.pointer(gobuf.plus(layout.get().gobufSp())),
                memory.pointer(gobuf.plus(layout.get().gobufBp())));
    }

    private boolean onStack(Address g, Address sp) {
        return sp.compareTo(memory.pointer(g)) >= 0 && sp.compareTo(memory.pointer(g.plus(8))) < 0;
    }

    /** The g that the thread has, or on the system stacks the user goroutine of its m. */
    private Optional<Address> userG(TargetThread thread) {
        long base = thread.registers().get(Register.FS_BASE);
        if (base == 0) {
            return Optional.empty();
        }
        Address g = memory.pointer(new Address(base + tlsOffset));
        if (g.value() == 0) {
            return Optional.empty();
        }
        Address m = memory.pointer(g.plus(layout.get().m()));
        if (m.value() == 0) {
            return Optional.empty();
        }
        Address g0 = memory.pointer(m.plus(layout.get().g0()));
        Address gsignal = memory.pointer(m.plus(layout.get().gsignal()));
        if (!g.equals(g0) && !g.equals(gsignal)) {
            return Optional.of(g);
        }
        Address user = memory.pointer(m.plus(layout.get().curg()));
        return user.value() == 0 ? Optional.empty() : Optional.of(user);
    }

    private Goroutine describe(Address g) {
        return new Goroutine(memory.u64(g.plus(layout.get().goid())), g, memory.pointer(g), memory.pointer(g.plus(8)));
    }
}
