package gjdbg.target.linux;

import gjdbg.target.Mapping;
import gjdbg.target.Memory;
import gjdbg.target.core.ProcessImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what goes into the core of a stopped process. */
final class ProcessImages {
    private final int pid;
    /** A living thread to ask through. */
    private final int living;

    private final Tracer tracer;

    ProcessImages(int pid, int living, Tracer tracer) {
        this.pid = pid;
        this.living = living;
        this.tracer = tracer;
    }

    /** @param threads first the one that made the process stop */
    ProcessImage of(List<LiveThread> threads, Memory memory, PageMap pages) {
        List<Mapping> files = new ArrayList<>();
        List<ProcessImage.RegionImage> regions = new ArrayList<>();
        CoreFilter filter = CoreFilter.of(living, memory);
        for (Smaps each : Smaps.of(living)) {
            Mapping mapping = each.mapping();
            // the page of the vsyscalls is the kernel's, and can't be read
            if (mapping.start().value() < 0) {
                continue;
            }
            if (!each.anonymous() && mapping.path().startsWith("/")) {
                files.add(mapping);
            }
            boolean sparse =
                    each.anonymous() && !each.shared() && !mapping.path().startsWith("[v");
            regions.add(new ProcessImage.RegionImage(mapping, filter.held(each), sparse));
        }
        return new ProcessImage(
                facts(),
                threads.stream().map(this::thread).toList(),
                ProcessFiles.auxiliaryVector(living),
                files,
                regions,
                memory,
                pages);
    }

    private ProcessImage.ThreadImage thread(LiveThread thread) {
        int signal = thread.pendingSignal();
        ThreadRegisters registers = thread.registers();
        return new ProcessImage.ThreadImage(
                thread.id(),
                thread.name(),
                signal,
                registers.save(),
                registers.floating(),
                registers.extended(),
                signal == 0
                        ? Optional.empty()
                        : Optional.of(tracer.signalInfo(thread).bytes()));
    }

    /** From /proc/pid/stat and status (proc(5)). */
    private ProcessImage.ProcessFacts facts() {
        String stat = ProcessFiles.text(living, "stat");
        int nameEnd = stat.lastIndexOf(") ");
        String[] words =
                nameEnd < 0 ? new String[0] : stat.substring(nameEnd + 2).split(" ");
        return new ProcessImage.ProcessFacts(
                pid,
                (int) number(words, 1),
                (int) number(words, 2),
                (int) number(words, 3),
                ProcessFiles.status(living, "Uid").orElse(0),
                ProcessFiles.status(living, "Gid").orElse(0),
                // as what it was before the debugger stopped it can't be told
                'R',
                (int) number(words, 16),
                number(words, 6),
                ProcessFiles.threadName(pid, pid),
                String.join(" ", ProcessFiles.arguments(living)));
    }

    private static long number(String[] words, int index) {
        return index < words.length ? Long.parseLong(words[index]) : 0;
    }
}
