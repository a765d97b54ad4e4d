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
import gjdbg.type.Type;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import gjdbg.value.Globals;
import gjdbg.value.Variables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A session on what does not change and can't be resumed: everything that reads works, everything else is refused. */
abstract class ReadOnlySession implements Session {
    private final Target target;
    private final ProgramView view;

    ReadOnlySession(Target target) {
        this.target = target;
        view = new ProgramView(target);
    }

    /** Why what was asked for can't be done. */
    abstract BadRequest refusal();

    final ProgramView view() {
        return view;
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
}
