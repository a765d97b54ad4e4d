package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.GjdbgException;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Room;
import gjdbg.target.TargetThread;
import gjdbg.target.core.CoreWriter;
import gjdbg.target.core.DumpProgress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A process under ptrace(2). Everything but {@link #wake} belongs to the platform thread that launched it or attached to
 * it: the kernel takes requests and reports events nowhere else. Children that the same Java thread has started otherwise
 * would be reaped here, so let another thread start them.
 *
 * <p>A thread that is being killed takes requests without effect; its end is reported by {@link #await}.
 */
public final class LiveProcess implements ProcessTarget {
    private static final int SELF = 0;

    private final int pid;
    private final boolean launched;
    private final ThreadTable table = new ThreadTable();
    private final Births births = new Births(table);
    private final Tracer tracer = new Tracer();
    private final Events events;
    private final Parting parting;
    private final LiveMemory memory;
    private final MappedRoom room = new MappedRoom(this);
    private final AddressSpace space;

    private LiveProcess(int pid, boolean launched) {
        this.pid = pid;
        this.launched = launched;
        events = new Events(pid, new StopReader(pid, table, births, tracer));
        parting = new Parting(pid, table, births, tracer, events);
        memory = new LiveMemory(() -> table.livingThread(pid), tracer::resumptions);
        space = new AddressSpace(() -> table.livingThread(pid));
    }

    /**
     * Starts a program, stopped before its first instruction. It dies with gjdbg.
     *
     * @throws BadRequest when the file is none that can be run, with the reason
     */
    public static LiveProcess launch(LaunchRequest request) {
        int pid = new Launcher(request).launch();
        LiveProcess process = new LiveProcess(pid, true);
        process.table.add(pid, pid, Optional.empty()).stoppedBy(SystemCalls.SIGTRAP, -1);
        return process;
    }

    /**
     * A running process that is not stopped yet: until {@link #seize} nothing can be done with it but read, and what is read
     * may change meanwhile.
     *
     * @throws BadRequest when there is no such process
     */
    public static LiveProcess watch(int pid) {
        Attacher.check(pid);
        return new LiveProcess(pid, false);
    }

    /**
     * Takes the process over, and returns with every thread stopped. Signals that came meanwhile are held.
     *
     * @throws gjdbg.error.SystemCallFailed when the kernel refuses, with advice
     */
    public void seize() {
        Attacher attacher = new Attacher(pid, table, tracer, events.waker().tracer());
        try {
            while (attacher.seizeNew()) {
                parting.holdWhatCame();
            }
            if (table.of(pid).isEmpty()) {
                Attacher.check(pid);
                throw Refusal.of(pid, SystemCalls.EPERM);
            }
        } catch (GjdbgException e) {
            detachAll();
            throw e;
        }
        // what was read before holds no longer
        tracer.hasRun();
        space.forgetMappings();
        events.requireAlive();
    }

    /** {@link #watch} and {@link #seize} in one. */
    public static LiveProcess attach(int pid) {
        LiveProcess process = watch(pid);
        process.seize();
        return process;
    }

    /** Loads what system calls need, which else the first process waits for; from any thread. */
    public static void loadNativeCode() {
        SystemCalls.load();
    }

    public boolean launched() {
        return launched;
    }

    @Override
    public int pid() {
        return pid;
    }

    /** The bytes as they are, inserted breakpoints included. */
    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Room room() {
        return room;
    }

    LiveMemory liveMemory() {
        return memory;
    }

    @Override
    public List<TargetThread> threads() {
        return List.copyOf(table.of(pid));
    }

    /** As {@link #threads}, for those who resume. */
    public List<LiveThread> liveThreads() {
        return table.of(pid);
    }

    /** The threads of a forked child, to resume or step until it is let go of. */
    public List<LiveThread> childThreads(ForeignProcess child) {
        return table.of(child.pid());
    }

    @Override
    public Optional<TargetThread> thread(int id) {
        LiveThread thread = table.get(id);
        return thread == null || thread.processId() != pid ? Optional.empty() : Optional.of(thread);
    }

    /** As they were when first asked for since {@link #invalidateMappings}. */
    @Override
    public List<Mapping> mappings() {
        return space.mappings();
    }

    /** To be called when the process may have mapped something since: after it ran. */
    public void invalidateMappings() {
        space.forgetMappings();
    }

    @Override
    public OptionalLong auxiliary(long type) {
        return space.auxiliary(type);
    }

    /** Lets a stopped thread run, with the signal (0 for none) and before it the ones that were held. */
    public void resume(LiveThread thread, int signal) {
        events.requireAlive();
        tracer.resume(thread, signal);
    }

    /** Runs one instruction; held signals stay held. */
    public void singleStep(LiveThread thread, int signal) {
        events.requireAlive();
        tracer.singleStep(thread, signal);
    }

    /** Lets a thread run to its next system call's entry or exit. */
    public void resumeToSyscall(LiveThread thread, int signal) {
        events.requireAlive();
        tracer.resumeToSyscall(thread, signal);
    }

    /** Leaves a thread in its group stop until SIGCONT lets the process go on, as if no debugger were there. */
    public void listen(LiveThread thread) {
        events.requireAlive();
        tracer.listen(thread);
    }

    /** Asks a running thread to stop: {@link WaitEvent.Interrupted} or any other event of it follows. */
    public void interrupt(LiveThread thread) {
        events.requireAlive();
        tracer.interrupt(thread).ifPresent(events.queue()::add);
    }

    /**
     * Keeps the signal that a thread is about to get until it is resumed freely, or drops it if it is one of those that the
     * target is not to get; resume the thread with 0 meanwhile.
     */
    public void holdSignal(LiveThread thread) {
        events.requireAlive();
        tracer.hold(thread);
    }

    /** From now on, which signals {@link #holdSignal} drops. */
    public void keepFromTarget(Predicate<SignalInfo> which) {
        tracer.keepFromTarget(which);
    }

    /** Whether a signal waits for a thread that would take it as soon as it ran. */
    public boolean isSignalDue(LiveThread thread, int signal) {
        return !ProcessFiles.hasSignal(pid, thread.id(), "SigBlk", signal)
                && (ProcessFiles.hasSignal(pid, thread.id(), "ShdPnd", signal)
                        || ProcessFiles.hasSignal(pid, thread.id(), "SigPnd", signal));
    }

    /** Whether the terminal sends its signals to the process where it sends them to gjdbg. */
    public boolean sharesProcessGroup() {
        return SystemCalls.getpgid(pid) == SystemCalls.getpgid(SELF);
    }

    public SignalInfo getSignalInfo(LiveThread thread) {
        events.requireAlive();
        return tracer.signalInfo(thread);
    }

    /**
     * Waits for the next event.
     *
     * @throws gjdbg.error.TargetGone after the process has ended or was let go of
     */
    public WaitEvent await() {
        return noted(events.await());
    }

    /** The next event if there is one already. */
    public Optional<WaitEvent> poll() {
        Optional<WaitEvent> event = events.poll();
        event.ifPresent(this::noted);
        return event;
    }

    private WaitEvent noted(WaitEvent event) {
        if (event instanceof WaitEvent.Execed execed
                && execed.thread().foreign().isEmpty()) {
            forget();
        } else if (event instanceof WaitEvent.ProcessEnded) {
            forget();
        }
        return event;
    }

    private void forget() {
        events.cpu().release();
        memory.close();
        room.forget();
        space.forget();
    }

    /**
     * Runs a system call in a stopped thread, which is left as it was: a call of its own that the stop interrupted goes on
     * later. Signals that come meanwhile are held.
     *
     * @param number as in asm/unistd_64.h
     * @param arguments at most six
     * @return what the kernel puts into RAX: from -4095 to -1 a negated error number
     * @throws gjdbg.error.Unavailable when the thread can't run one now: it waits for its vfork child
     */
    public long systemCall(LiveThread thread, long number, long... arguments) {
        events.requireAlive();
        return new RemoteSystemCall(this, tracer, events).run(thread, number, arguments);
    }

    /**
     * Writes a core of the process, of which every thread is stopped. See {@link CoreWriter#write}.
     *
     * @param first the id of the thread to be told of first
     * @param memory without what the debugger has put into it
     */
    public void dump(int first, Memory memory, FileChannel file, DumpProgress progress) throws IOException {
        events.requireAlive();
        List<LiveThread> threads = new ArrayList<>(liveThreads());
        threads.sort(Comparator.comparing(thread -> thread.id() != first));
        int living = table.livingThread(pid);
        try (PageMap pages = new PageMap(living)) {
            CoreWriter.write(new ProcessImages(pid, living, tracer).of(threads, memory, pages), file, progress);
        }
    }

    /** Makes {@link #await}, under way or next, return {@link WaitEvent.Woken}; from any thread. */
    public void wake() {
        events.waker().wake();
    }

    /**
     * Whether the tracer's thread and one that traps again and again are kept on one CPU, which makes each stop several
     * times cheaper; on at first.
     */
    public void followCpu(boolean on) {
        events.cpu().enable(on);
    }

    /**
     * Stops every thread that runs, new ones included, and returns what happened before the last one stood still, in order.
     * The stops that were asked for here are not in it. After a {@link WaitEvent.ProcessEnded} nothing is left.
     */
    public List<WaitEvent> stopAll() {
        events.requireAlive();
        List<WaitEvent> happened = parting.stopAll();
        happened.forEach(this::noted);
        return happened;
    }

    /** Gives stopped threads the registers that they were set to, which else waits until they run. */
    public void flushRegisters() {
        for (LiveThread thread : table.of(pid)) {
            if (thread.stopped()) {
                thread.registers().flush();
            }
        }
    }

    /** Lets go of a forked child, as it is. */
    public void detachChild(ForeignProcess child) {
        events.requireAlive();
        parting.detachChild(child);
    }

    /**
     * Lets go of every thread, each with the signals that it is owed, and of the children that are still traced. Stop them
     * all and take out what was put into the memory first.
     */
    public void detachAll() {
        events.cpu().release();
        if (events.alive()) {
            parting.detachAll();
        }
        forget();
    }

    /** Ends the process with SIGKILL, the children it forked that are still traced too, and waits for its end. */
    public void kill() {
        if (events.alive()) {
            parting.kill();
        }
        forget();
    }
}
