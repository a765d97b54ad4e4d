package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process under ptrace(2). Everything but {@link #wake} belongs to the platform thread that launched it or attached to
 * it: the kernel takes requests and reports events nowhere else. Children that the same Java thread has started otherwise
 * would be reaped here, so let another thread start them.
 *
 * <p>A thread that is being killed takes requests without effect; its end is reported by {@link #await}.
 */
public final class LiveProcess implements Target {
    private static final int EVERYTHING = SystemCalls.WALL | SystemCalls.WNOTHREAD;

    private final int pid;
    private final boolean launched;
    private final ThreadTable table = new ThreadTable();
    private final Births births = new Births(table);
    private final Tracer tracer = new Tracer();
    private final StopReader reader;
    private final Waker waker = new Waker();
    private final LiveMemory memory;
    private final Scratch status = new Scratch(4);
    private final ArrayDeque<WaitEvent> queue = new ArrayDeque<>();
    private List<Mapping> mappings = List.of();
    private byte[] auxiliaryVector = new byte[0];
    private Optional<String> gone = Optional.empty();

    private LiveProcess(int pid, boolean launched) {
        this.pid = pid;
        this.launched = launched;
        reader = new StopReader(pid, table, births, tracer);
        memory = new LiveMemory(() -> table.livingThread(pid));
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

    public boolean launched() {
        return launched;
    }

    @Override
    public int pid() {
        return pid;
    }

    @Override
    public Path executable() {
        return ProcessFiles.executable(pid);
    }

    @Override
    public List<String> arguments() {
        return ProcessFiles.arguments(pid);
    }

    /** The bytes as they are, inserted breakpoints included. */
    @Override
    public Memory memory() {
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

    @Override
    public Optional<TargetThread> thread(int id) {
        LiveThread thread = table.get(id);
        return thread == null || thread.processId() != pid ? Optional.empty() : Optional.of(thread);
    }

    /** As they were when first asked for since {@link #invalidateMappings}. */
    @Override
    public List<Mapping> mappings() {
        if (mappings.isEmpty()) {
            mappings = ProcessFiles.mappings(table.livingThread(pid));
        }
        return mappings;
    }

    /** To be called when the process may have mapped something since: after it ran. */
    public void invalidateMappings() {
        mappings = List.of();
    }

    @Override
    public OptionalLong auxiliary(long type) {
        if (auxiliaryVector.length == 0) {
            auxiliaryVector = ProcessFiles.auxiliaryVector(table.livingThread(pid));
        }
        return ProcessFiles.auxiliary(auxiliaryVector, type);
    }

    /** Lets a stopped thread run, with the signal (0 for none) and before it the ones that were held. */
    public void resume(LiveThread thread, int signal) {
        requireHere();
        tracer.resume(thread, signal);
    }

    /** Runs one instruction; held signals stay held. */
    public void singleStep(LiveThread thread, int signal) {
        requireHere();
        tracer.singleStep(thread, signal);
    }

    /** Lets a thread run to its next system call's entry or exit. */
    public void resumeToSyscall(LiveThread thread, int signal) {
        requireHere();
        tracer.resumeToSyscall(thread, signal);
    }

    /** Leaves a thread in its group stop until SIGCONT lets the process go on, as if no debugger were there. */
    public void listen(LiveThread thread) {
        requireHere();
        tracer.listen(thread);
    }

    /** Asks a running thread to stop: {@link WaitEvent.Interrupted} or any other event of it follows. */
    public void interrupt(LiveThread thread) {
        requireHere();
        tracer.interrupt(thread);
    }

    /** Keeps the signal that a thread is about to get until it is resumed freely; resume it with 0 meanwhile. */
    public void holdSignal(LiveThread thread) {
        requireHere();
        tracer.hold(thread);
    }

    public SignalInfo getSignalInfo(LiveThread thread) {
        requireHere();
        return tracer.signalInfo(thread);
    }

    public void setSignalInfo(LiveThread thread, SignalInfo info) {
        requireHere();
        tracer.setSignalInfo(thread, info);
    }

    /**
     * Waits for the next event.
     *
     * @throws TargetGone after the process has ended or was let go of
     */
    public WaitEvent await() {
        requireHere();
        for (; ; ) {
            if (!queue.isEmpty()) {
                return queue.poll();
            }
            if (!waker.enter()) {
                return new WaitEvent.Woken();
            }
            int tid = SystemCalls.waitpid(-1, status.address, EVERYTHING);
            int error = tid < 0 ? SystemCalls.errno() : 0;
            waker.leave();
            if (error == SystemCalls.EINTR) {
                continue;
            }
            if (error != 0) {
                throw lost(error);
            }
            Optional<WaitEvent> event = take(tid);
            if (event.isPresent()) {
                return event.get();
            }
        }
    }

    /** The next event if there is one already. */
    public Optional<WaitEvent> poll() {
        requireHere();
        for (; ; ) {
            if (!queue.isEmpty()) {
                return Optional.of(queue.poll());
            }
            int tid = SystemCalls.waitpid(-1, status.address, EVERYTHING | SystemCalls.WNOHANG);
            int error = tid < 0 ? SystemCalls.errno() : 0;
            if (error != 0 && error != SystemCalls.EINTR) {
                throw lost(error);
            }
            if (tid == 0) {
                return Optional.empty();
            }
            Optional<WaitEvent> event = error == 0 ? take(tid) : Optional.empty();
            if (event.isPresent()) {
                return event;
            }
        }
    }

    private Optional<WaitEvent> take(int tid) {
        Optional<WaitEvent> event = reader.read(tid, status.bytes.getInt(0));
        if (event.isPresent()) {
            switch (event.get()) {
                case WaitEvent.ProcessEnded ended -> end(describe(ended));
                case WaitEvent.Execed execed -> forgetMemory(execed.thread());
                default -> {}
            }
        }
        return event;
    }

    private void forgetMemory(LiveThread thread) {
        if (thread.foreign().isEmpty()) {
            memory.close();
            mappings = List.of();
            auxiliaryVector = new byte[0];
        }
    }

    private void end(String how) {
        gone = Optional.of(how);
        memory.close();
    }

    private static String describe(WaitEvent.ProcessEnded ended) {
        return ended.exitStatus().isPresent()
                ? "exited with status " + ended.exitStatus().getAsInt()
                : "was killed by " + Signals.name(ended.signal().orElse(0));
    }

    private RuntimeException lost(int error) {
        if (error == SystemCalls.ECHILD) {
            end("is gone");
            return new TargetGone(pid, "is gone");
        }
        return SystemCalls.failed("waitpid", error, "");
    }

    private void requireHere() {
        if (gone.isPresent()) {
            throw new TargetGone(pid, gone.get());
        }
    }

    /** Makes {@link #await}, under way or next, return {@link WaitEvent.Woken}; from any thread. */
    public void wake() {
        waker.wake();
    }

    /** Ends the process with SIGKILL, the children it forked that are still traced too, and waits for its end. */
    public void kill() {
        if (gone.isPresent()) {
            return;
        }
        table.children().forEach(child -> SystemCalls.kill(child.pid(), SystemCalls.SIGKILL));
        SystemCalls.kill(pid, SystemCalls.SIGKILL);
        while (gone.isEmpty()) {
            try {
                await();
            } catch (TargetGone e) {
                return;
            }
        }
    }
}
