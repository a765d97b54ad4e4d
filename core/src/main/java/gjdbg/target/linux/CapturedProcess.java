package gjdbg.target.linux;

import gjdbg.bytes.Bytes;
import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Room;
import gjdbg.target.SavedRegisters;
import gjdbg.target.SavedThread;
import gjdbg.target.TargetThread;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A process as it was at one moment, for which it stood no longer than it takes to copy what will be read. What that is it
 * learns from what was read before, from the running process: read all that is wanted, {@link #capture}, and read it again.
 */
public final class CapturedProcess implements ProcessTarget {
    private static final long NO_MORE_THAN = 1 << 16;
    private static final int STACK_PAGES = 4;

    private final int pid;
    private final CapturedMemory memory;
    private final AddressSpace space;
    private List<TargetThread> threads = List.of();

    private CapturedProcess(int pid, LiveProcess running) {
        this.pid = pid;
        space = new AddressSpace(() -> pid);
        memory = new CapturedMemory(running.liveMemory(), this::isWritable, this::refusal);
    }

    /**
     * Nothing is captured yet.
     *
     * @throws BadRequest when there is no such process
     */
    public static CapturedProcess of(int pid) {
        return new CapturedProcess(pid, LiveProcess.watch(pid));
    }

    /**
     * Stops every thread, copies, and lets them run on.
     *
     * @param reads what is read in any case while the process stands, beyond what was read before
     * @throws gjdbg.error.SystemCallFailed when the kernel refuses, with advice
     */
    public void capture(Runnable reads) {
        Objects.requireNonNull(reads);
        PageReader pages = memory.reader();
        Map<Integer, String> names = new HashMap<>();
        ProcessFiles.threads(pid).forEach(id -> names.put(id, ProcessFiles.threadName(pid, id)));
        LiveProcess process = LiveProcess.watch(pid);
        process.seize();
        try {
            int tid = process.liveMemory().tid();
            threads = process.liveThreads().stream()
                    .map(thread -> saved(thread, names.getOrDefault(thread.id(), "")))
                    .toList();
            pages.read(tid);
            PageReader tops = new PageReader(tops());
            tops.read(tid);
            memory.hold(process.liveMemory(), pages, tops);
            reads.run();
        } finally {
            memory.letGo();
            process.detachAll();
        }
        space.forgetMappings();
    }

    private TargetThread saved(LiveThread thread, String name) {
        ThreadRegisters registers = thread.registers();
        Bytes general = Bytes.of(name, "registers", registers.save());
        Bytes floating = Bytes.of(name, "floating-point registers", registers.floating());
        return new SavedThread(thread.id(), name, new SavedRegisters(this::refusal, general, Optional.of(floating)));
    }

    private boolean isWritable(Address address) {
        return mappings().stream()
                .filter(mapping -> mapping.contains(address))
                .findFirst()
                .map(Mapping::writable)
                .orElse(true);
    }

    /** The pages at the top of each thread's stack, and of what is its own, which no reading of the running process found. */
    private Set<Long> tops() {
        Set<Long> pages = new HashSet<>();
        for (TargetThread thread : threads) {
            long first = thread.registers().get(Register.RSP) >>> 12;
            for (int i = 0; i < STACK_PAGES; i++) {
                pages.add(first + i);
            }
            // thread-local storage ends there (System V ABI, AMD64 supplement), with Go's g
            pages.add(thread.registers().get(Register.FS_BASE) - 8 >>> 12);
        }
        return pages;
    }

    /** Whether all that was read since was copied while the process stood. */
    public boolean isWhole() {
        return memory.missed() == 0;
    }

    /** Whether that much was asked for that copying it would take longer than it is worth. */
    public boolean isTooLarge() {
        return memory.size() > NO_MORE_THAN;
    }

    private BadRequest refusal() {
        return new BadRequest(
                "process " + pid + " runs: what is shown is how it was, and nothing of it can be changed");
    }

    @Override
    public int pid() {
        return pid;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Room room() {
        return bytes -> {
            throw refusal();
        };
    }

    /** Those that stood; none before the first capture. */
    @Override
    public List<TargetThread> threads() {
        return threads;
    }

    @Override
    public List<Mapping> mappings() {
        return space.mappings();
    }

    @Override
    public OptionalLong auxiliary(long type) {
        return space.auxiliary(type);
    }
}
