package gjdbg.goruntime;

import gjdbg.error.GjdbgException;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.TargetThread;
import gjdbg.unwind.GoStack;
import gjdbg.unwind.GoStacks;
import gjdbg.unwind.SavedContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds goroutines from threads through the runtime's own structures. */
final class LiveGoRuntime implements GoRuntime, GoStacks {
    private final GoroutineReader reader;
    private final Memory memory;
    private final LazyLayout layout;
    private final ThreadLocalG threadLocal;

    LiveGoRuntime(GoroutineReader reader, LazyLayout layout, ThreadLocalG threadLocal) {
        this.reader = Objects.requireNonNull(reader);
        memory = reader.memory();
        this.layout = Objects.requireNonNull(layout);
        this.threadLocal = Objects.requireNonNull(threadLocal);
    }

    @Override
    public Optional<Goroutine> goroutineOf(TargetThread thread) {
        try {
            return running(thread).map(this::describe);
        } catch (GjdbgException e) {
            // a thread that the runtime has not set up, or one of another library, has no g
            return Optional.empty();
        }
    }

    @Override
    public Goroutines goroutines() {
        return reader.all();
    }

    @Override
    public Scheduler scheduler() {
        return reader.scheduler();
    }

    @Override
    public GoroutineState state(Goroutine goroutine) {
        return reader.state(goroutine.descriptor());
    }

    @Override
    public Set<Long> semaphoreQueues() {
        return reader.waits().queued();
    }

    @Override
    public Optional<GoStack> of(TargetThread thread) {
        try {
            return running(thread).map(this::stack);
        } catch (GjdbgException e) {
            return Optional.empty();
        }
    }

    /**
     * A thread's goroutine.
     *
     * @param m the thread's runtime.m: that of a goroutine which is just given up is no longer in its g
     * @param g the user goroutine's runtime.g
     */
    private record Running(Address m, Structure g) {}

    /** The g that the thread has, or on the system stacks the user goroutine of its m. */
    private Optional<Running> running(TargetThread thread) {
        long base = thread.registers().get(Register.FS_BASE);
        if (base == 0) {
            return Optional.empty();
        }
        Address current = memory.pointer(new Address(base + threadLocal.offset()));
        if (current.value() == 0) {
            return Optional.empty();
        }
        RuntimeLayout at = layout.get();
        Structure g = Structure.at(memory, current, at.gLength());
        Address ofThread = g.pointer(at.m());
        if (ofThread.value() == 0) {
            return Optional.empty();
        }
        Structure m = Structure.at(memory, ofThread, at.mLength());
        if (!current.equals(m.pointer(at.g0())) && !current.equals(m.pointer(at.gsignal()))) {
            return Optional.of(new Running(ofThread, g));
        }
        Address user = m.pointer(at.curg());
        return user.value() == 0
                ? Optional.empty()
                : Optional.of(new Running(ofThread, Structure.at(memory, user, at.gLength())));
    }

    private Goroutine describe(Running running) {
        Structure g = running.g();
        return new Goroutine(g.u64(layout.get().goid()), g.address(), g.pointer(0), g.pointer(8));
    }

    private GoStack stack(Running running) {
        RuntimeLayout at = layout.get();
        Structure g = running.g();
        Address m = running.m();
        Address g0 = memory.pointer(m.plus(at.g0()));
        SavedContext scheduled = new SavedContext(
                g.pointer(at.sched() + at.gobufPc()),
                g.pointer(at.sched() + at.gobufSp()),
                g.pointer(at.sched() + at.gobufBp()));
        return new GoStack(
                g.pointer(0),
                g.pointer(8),
                scheduled,
                within(memory.pointer(m.plus(at.vdsoPc())), memory.pointer(m.plus(at.vdsoSp()))),
                within(g.pointer(at.syscallPc()), g.pointer(at.syscallSp())),
                memory.pointer(g0.plus(at.sched() + at.gobufSp())));
    }

    /** The runtime clears the stack pointer on coming back. */
    private static Optional<SavedContext> within(Address pc, Address sp) {
        return sp.value() == 0 ? Optional.empty() : Optional.of(new SavedContext(pc, sp, new Address(0)));
    }
}
