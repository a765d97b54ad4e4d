package gjdbg.session;

import gjdbg.error.BadRequest;
import gjdbg.target.TargetThread;
import gjdbg.target.core.CoreTarget;
import gjdbg.target.core.DumpProgress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A session on a core dump. */
public final class CoreSession extends ReadOnlySession {
    private final CoreTarget target;
    private final Stop stop;

    private CoreSession(CoreTarget target) {
        super(target);
        this.target = target;
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
    public SessionState state() {
        return SessionState.CORE;
    }

    /** {@code SIGNAL} with what ended the process; {@code INTERRUPT} of a core that was taken of one that lived on. */
    @Override
    public Stop lastStop() {
        return stop;
    }

    @Override
    public void dump(FileChannel file, DumpProgress progress) {
        throw new BadRequest(target.file() + " is a core dump already: copy that");
    }

    @Override
    BadRequest refusal() {
        return CoreTarget.refusal(target.file());
    }
}
