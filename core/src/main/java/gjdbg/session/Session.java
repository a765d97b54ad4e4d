package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.goruntime.GoRuntime;
import gjdbg.goruntime.GoroutineState;
import gjdbg.symbol.Program;
import gjdbg.target.Address;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import gjdbg.target.core.DumpProgress;
import gjdbg.type.Type;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import gjdbg.value.Globals;
import gjdbg.value.Variables;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A program under the debugger: the only place that resumes anything. All methods but {@link #interrupt} and
 * {@link #requestEnd} belong to the thread that made the session, which owns ptrace.
 */
public interface Session extends AutoCloseable {
    Target target();

    Program program();

    SessionState state();

    /** What is done last before a script runs: a process that is watched is stopped. */
    default void begin() {}

    /** What stopped the target last; {@code ENTRY} before it first ran. */
    Stop lastStop();

    /** Lets every thread run until something stops them all, or the target ends. */
    Stop resume();

    /** Makes a resumption under way end with {@code INTERRUPT}; from any thread. */
    void interrupt();

    /** Makes a resumption under way, and every later one, throw {@code SessionEnding}; from any thread. */
    void requestEnd();

    void kill();

    /** Takes out every breakpoint and lets the target run on by itself. */
    void detach();

    Breakpoint addBreakpoint(Where where, Condition condition);

    /** A breakpoint whose hits call the handler instead of stopping. */
    Breakpoint addHook(Where where, HookHandler handler);

    List<Breakpoint> breakpoints();

    /** Steps the goroutine (or, outside Go, the thread) that the thread runs now. */
    Stop step(TargetThread thread, StepKind kind);

    /** One instruction of one thread, the others staying stopped. */
    Stop stepInstruction(TargetThread thread);

    /** The frames of what the thread runs, innermost first, inlined ones expanded; lazy. */
    Iterable<Frame> frames(TargetThread thread);

    /** The frames of a goroutine that may be parked, innermost first, inlined ones expanded; lazy. */
    Iterable<Frame> frames(GoroutineState goroutine);

    /** Arguments and locals of a frame. */
    Variables variables(Frame frame);

    /**
     * The variables of the program's packages.
     *
     * @throws gjdbg.error.Unavailable when the executable has no debugging information
     */
    Globals globals();

    /** @throws gjdbg.error.Unavailable when the executable has no debugging information */
    Types types();

    /**
     * The type that the runtime describes there, one made by package reflect among them.
     *
     * @param descriptor of an internal/abi.Type (runtime._type before Go 1.21)
     * @throws gjdbg.error.Unavailable when there is none, or no debug information
     */
    Type typeAt(Address descriptor);

    /** Empty for a program without a Go runtime. */
    Optional<GoRuntime> goRuntime();

    /**
     * Writes a core dump of the stopped process: every thread's registers, the auxiliary vector, the list of mapped files,
     * and the memory that the process's own coredump_filter (core(5)) asks for. Pages of zeros become holes of the file.
     *
     * @param file empty, open for writing
     * @throws IOException when it can't be written, as on a full disk; what is there by then is no core
     */
    void dump(FileChannel file, DumpProgress progress) throws IOException;

    /** The handler sees each event of that kind, the later registered one first; any STOP among them stops the target. */
    void on(EventKind kind, Function<SessionEvent, Verdict> handler);

    /** Whether anyone waits for events. */
    boolean isListened();

    /** Kills a launched target that is still alive, detaches from an attached one. */
    @Override
    void close();
}
