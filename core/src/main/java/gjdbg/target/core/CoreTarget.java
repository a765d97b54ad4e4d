package gjdbg.target.core;

import gjdbg.elf.CoreFile;
import gjdbg.error.BadRequest;
import gjdbg.error.MalformedFile;
import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.Room;
import gjdbg.target.SavedRegisters;
import gjdbg.target.SavedThread;
import gjdbg.target.Target;
import gjdbg.target.TargetThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A process as it was when its core was written (core(5)): by the kernel, by gdb's gcore, by Delve or by gjdbg. Memory that
 * writers leave out, as code, is read from the files that were mapped, if they are still the same.
 */
public final class CoreTarget implements Target {
    private static final long AT_RANDOM = 25;
    /** Those that the kernel writes a core for (signal(7)): others are how a debugger stopped a process that lived on. */
    private static final long CORE_SIGNALS =
            1L << 3 | 1L << 4 | 1L << 5 | 1L << 6 | 1L << 7 | 1L << 8 | 1L << 11 | 1L << 24 | 1L << 25 | 1L << 31;

    private final CoreFile core;
    private final CoreNotes notes;
    private final CoreFiles files;
    private final CoreContents contents;
    private final CoreMemory memory;
    private final CoreMappings mappings;
    private final List<TargetThread> threads;
    private final int firstThread;
    private final List<String> diagnostics = new ArrayList<>();

    private CoreTarget(CoreFile core, Optional<Path> executable) {
        this.core = core;
        notes = CoreNotes.of(core);
        String truncation = core.truncated()
                ? "truncated: it has " + core.bytes().size() + " of " + core.wholeSize() + " bytes"
                : "";
        if (notes.threads().isEmpty()) {
            throw new MalformedFile(
                    core.path().toString(),
                    "",
                    -1,
                    truncation.isEmpty() ? "has no thread's registers (NT_PRSTATUS)" : truncation);
        }
        if (core.truncated()) {
            diagnostics.add(core.path() + " is " + truncation);
        }
        contents = CoreContents.of(core);
        files = new CoreFiles(core.path(), notes, contents, executable);
        diagnostics.addAll(files.diagnostics());
        List<Region> regions = Region.of(contents.loaded(), files.parts());
        OptionalLong stack = notes.auxiliary(AT_RANDOM);
        Backing backing = new Backing(stack.isPresent() && contents.available(stack.getAsLong()) > 0);
        memory = new CoreMemory(core.bytes(), regions, backing, truncation);
        mappings = new CoreMappings(regions, backing, notes);
        firstThread = notes.threads().getFirst().id();
        threads = threads(core.path(), notes);
    }

    /**
     * @param executable the program that wrote it; empty to take the one that the core names
     * @throws BadRequest when a file is not there or can't be read, or the executable is of another build
     * @throws MalformedFile when it is no core of an x86-64 process, or the executable no program
     */
    public static CoreTarget open(Path core, Optional<Path> executable) {
        return new CoreTarget(CoreFile.open(core), executable);
    }

    /** Answers whatever would run or change the process. */
    public static BadRequest refusal(Path core) {
        return new BadRequest(core + " is a core dump: it can be read, and neither run nor changed");
    }

    private static List<TargetThread> threads(Path core, CoreNotes notes) {
        List<TargetThread> threads = new ArrayList<>();
        for (CoreNotes.ThreadNotes each : notes.threads()) {
            threads.add(new SavedThread(
                    each.id(),
                    notes.threadName(each.id()),
                    new SavedRegisters(() -> refusal(core), each.general(), each.floating())));
        }
        threads.sort(Comparator.comparing(TargetThread::id));
        return List.copyOf(threads);
    }

    /** The core file. */
    public Path file() {
        return core.path();
    }

    /** What the user should know before reading on: that it is truncated, or files can't be told to be the right ones. */
    public List<String> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** The thread that got the signal; of a core that was taken of a living process, the one that its writer put first. */
    public TargetThread signalledThread() {
        return thread(firstThread).orElseThrow();
    }

    /** The signal that ended the process; empty where the core was taken of one that lived on. */
    public OptionalInt signal() {
        int signal = notes.signal();
        return signal > 0 && signal < 64 && (CORE_SIGNALS >> signal & 1) != 0
                ? OptionalInt.of(signal)
                : OptionalInt.empty();
    }

    @Override
    public int pid() {
        return notes.pid();
    }

    @Override
    public Path executable() {
        return files.executable();
    }

    /** Empty where the core does not have the stack's beginning. */
    @Override
    public List<String> arguments() {
        return beginning(InitialStack::arguments);
    }

    /** Empty where the core does not have the stack's beginning. */
    @Override
    public List<String> environment() {
        return beginning(InitialStack::environment);
    }

    private List<String> beginning(Function<InitialStack, Optional<List<String>>> part) {
        OptionalLong random = notes.auxiliary(AT_RANDOM);
        return random.isEmpty()
                ? List.of()
                : InitialStack.find(contents, notes.auxiliaryVector(), random.getAsLong())
                        .flatMap(part)
                        .orElse(List.of());
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Room room() {
        return bytes -> {
            throw refusal(file());
        };
    }

    @Override
    public List<TargetThread> threads() {
        return threads;
    }

    @Override
    public List<Mapping> mappings() {
        return mappings.all();
    }

    @Override
    public List<Mapping> readableMappings() {
        return mappings.readable();
    }

    @Override
    public OptionalLong auxiliary(long type) {
        return notes.auxiliary(type);
    }
}
