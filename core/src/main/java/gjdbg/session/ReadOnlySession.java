package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import java.util.List;
import java.util.function.Function;

/** A session on what does not change and can't be resumed: everything that reads works, everything else is refused. */
abstract class ReadOnlySession extends ProgramSession {
    private final Target target;
    private final ProgramView view;

    ReadOnlySession(Target target) {
        this.target = target;
        view = new ProgramView(target);
    }

    /** Why what was asked for can't be done. */
    abstract BadRequest refusal();

    @Override
    final ProgramView view() {
        return view;
    }

    @Override
    public Target target() {
        return target;
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
