package gjdbg.session;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.target.core.DumpProgress;
import gjdbg.target.linux.CapturedProcess;
import java.nio.channels.FileChannel;
import java.time.Duration;

/**
 * A session on a process as it was at one moment. Read what is wanted from the running process first, which finds out what to
 * copy; then {@link #capture} and read it again: see {@link CapturedProcess}.
 */
public final class CapturedSession extends ReadOnlySession {
    /** For how long goroutines are looked at while the process stands, beyond copying what was read before. */
    private static final Duration NEW_ONES = Duration.ofMillis(25);

    private static final int MOST_GOROUTINES = 50_000;

    private final CapturedProcess process;

    private CapturedSession(CapturedProcess process) {
        super(process);
        this.process = process;
    }

    /** See {@link CapturedProcess#of}. */
    public static CapturedSession of(int pid) {
        CapturedSession session = new CapturedSession(CapturedProcess.of(pid));
        session.view().readStacks(ProgramView.REHEARSAL);
        return session;
    }

    /**
     * See {@link CapturedProcess#capture}. What threads run is copied in any case; from the second time on the stacks of all
     * goroutines, for some may be new.
     */
    public void capture() {
        boolean again = !process.threads().isEmpty();
        process.capture(() -> {
            process.threads().forEach(view()::readStack);
            if (again) {
                view().readStacks(NEW_ONES);
            }
        });
    }

    /** Whether all that was read since the last capture is of the same moment. */
    public boolean isWhole() {
        return process.isWhole();
    }

    /** Whether what is read is too much to copy. */
    public boolean isTooLarge() {
        return process.isTooLarge() || goroutines() > MOST_GOROUTINES;
    }

    /** Each has a page of its own at the least. */
    private int goroutines() {
        try {
            return goRuntime().map(runtime -> runtime.goroutines().size()).orElse(0);
        } catch (GjdbgException e) {
            // what is wrong in any case is told when they are read
            return 0;
        }
    }

    @Override
    public SessionState state() {
        return process.threads().isEmpty() ? SessionState.RUNNING : SessionState.STOPPED;
    }

    @Override
    public Stop lastStop() {
        return process.threads().stream()
                .findFirst()
                .map(thread -> Stop.of(StopReason.INTERRUPT, thread))
                .orElseThrow(() -> new BadRequest("the target runs: nothing has stopped it yet"));
    }

    @Override
    public void dump(FileChannel file, DumpProgress progress) {
        throw refusal();
    }

    @Override
    BadRequest refusal() {
        return new BadRequest("process " + process.pid() + " runs, and is shown as it was: attach to it for that");
    }
}
