package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.core.CoreTarget;
import gjdbg.target.core.DumpProgress;
import gjdbg.type.Type;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import gjdbg.value.Globals;
import gjdbg.value.Variables;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A session on a core dump: everything that reads works, everything else is refused. */
public final class CoreSession implements Session {
    private final CoreTarget target;
    private final ProgramView view;
    private final Stop stop;

    private CoreSession(CoreTarget target) {
        this.target = target;
        view = new ProgramView(target);
        TargetThread thread = target.signalledThread();
        OptionalInt signal = target.signal();
        stop = signal.isPresent() ? Stop.signalled(signal.getAsInt(), thread) : Stop.of(StopReason.INTERRUPT, thread);
    }

    /** See {@link CoreTarget#open}. */
    public static CoreSession open(Path core, Optional<Path> executable) {
        return new CoreSession(CoreTarget.open(core, executable));
    }

    /** What the user should know before reading on. */
    public List<String> diagnostics() {
        return target.diagnostics();
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Program program() {
        return view.program();
    }

    @Override
    public SessionState state() {
        return SessionState.CORE;
    }

    /** {@code SIGNAL} with what ended the process; {@code INTERRUPT} of a core that was taken of one that lived on. */
    @Override
    public Stop lastStop() {
        return stop;
    }

    @Override
    public Stop resume() {
        throw refusal();
    }

    @Override
    public void interrupt() {
        // nothing runs
    }

    @Override
    public void requestEnd() {
        // nothing runs that would have to be woken
    }

    @Override
    public void kill() {
        throw refusal();
    }

    @Override
    public void detach() {
        throw refusal();
    }

    @Override
    public Breakpoint addBreakpoint(Where where, Condition condition) {
        throw refusal();
    }

    @Override
    public Breakpoint addHook(Where where, HookHandler handler) {
        throw refusal();
    }

    @Override
    public List<Breakpoint> breakpoints() {
        return List.of();
    }

    @Override
    public Stop step(TargetThread thread, StepKind kind) {
        throw refusal();
    }

    @Override
    public Stop stepInstruction(TargetThread thread) {
        throw refusal();
    }

    @Override
    public Iterable<Frame> frames(TargetThread thread) {
        return view.unwinder().frames(thread);
    }

    @Override
    public Iterable<Frame> frames(GoroutineState goroutine) {
        return view.frames(goroutine);
    }

    @Override
    public Variables variables(Frame frame) {
        return view.variables(frame);
    }

    @Override
    public Globals globals() {
        return view.factory().globals();
    }

    @Override
    public Types types() {
        return view.factory().types();
    }

    @Override
    public Type typeAt(Address descriptor) {
        return view.factory().context().runtimeTypes().at(descriptor);
    }

    @Override
    public Optional<GoRuntime> goRuntime() {
        return view.goRuntime();
    }

    @Override
    public void dump(FileChannel file, DumpProgress progress) {
        throw new BadRequest(target.file() + " is a core dump already: copy that");
    }

    @Override
    public void on(EventKind kind, Function<SessionEvent, Verdict> handler) {
        throw refusal();
    }

    @Override
    public boolean isListened() {
        return false;
    }

    @Override
    public void close() {
        // the files that are mapped go with the objects
    }

    private BadRequest refusal() {
        return CoreTarget.refusal(target.file());
    }
}
