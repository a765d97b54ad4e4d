package gjdbg.session;

import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.TargetThread;
import gjdbg.type.Type;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import gjdbg.value.Globals;
import gjdbg.value.Variables;
import java.util.Optional;

/** What sessions of every kind tell of the program in the same way. */
abstract class ProgramSession implements Session {
    abstract ProgramView view();

    @Override
    public Program program() {
        return view().program();
    }

    @Override
    public Iterable<Frame> frames(TargetThread thread) {
        return view().frames(thread);
    }

    @Override
    public Iterable<Frame> frames(GoroutineState goroutine) {
        return view().frames(goroutine);
    }

    @Override
    public Variables variables(Frame frame) {
        return view().variables(frame);
    }

    @Override
    public Globals globals() {
        return view().factory().globals();
    }

    @Override
    public Types types() {
        return view().factory().types();
    }

    @Override
    public Type typeAt(Address descriptor) {
        return view().factory().context().runtimeTypes().at(descriptor);
    }

    @Override
    public Optional<GoRuntime> goRuntime() {
        return view().goRuntime();
    }
}
