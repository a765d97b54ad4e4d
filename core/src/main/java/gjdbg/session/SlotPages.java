package gjdbg.session;

import gjdbg.breakpoint.NearPages;
import gjdbg.breakpoint.PageAllocator;
import gjdbg.target.Address;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import java.util.List;
import java.util.Optional;

/** Pages for displaced instructions, mapped by system calls that a stopped thread of the target is made to do. */
final class SlotPages implements PageAllocator {
    private static final long SYS_MMAP = 9;
    private static final long SYS_MUNMAP = 11;
    private static final long PROT_READ_EXEC = 0x1 | 0x4;
    /** MAP_PRIVATE, MAP_ANONYMOUS and MAP_FIXED_NOREPLACE (mmap(2)). */
    private static final long FLAGS = 0x02 | 0x20 | 0x100000;

    /** The kernel may refuse an address for reasons that the mappings do not show; a few more are tried. */
    private static final int MOST_TRIES = 16;

    private final LiveProcess process;

    SlotPages(LiveProcess process) {
        this.process = process;
    }

    @Override
    public Optional<Address> allocateNear(Address near) {
        Optional<LiveThread> thread = stopped();
        if (thread.isEmpty()) {
            return Optional.empty();
        }
        process.invalidateMappings();
        int tries = 0;
        for (Address candidate : NearPages.candidates(process.mappings(), near, PAGE)) {
            if (tries++ == MOST_TRIES) {
                break;
            }
            long mapped =
                    process.systemCall(thread.get(), SYS_MMAP, candidate.value(), PAGE, PROT_READ_EXEC, FLAGS, -1, 0);
            if (mapped == candidate.value()) {
                process.invalidateMappings();
                return Optional.of(candidate);
            }
            if (mapped > 0) {
                // a kernel before 4.17 takes the address for a hint only
                process.systemCall(thread.get(), SYS_MUNMAP, mapped, PAGE);
            }
        }
        return Optional.empty();
    }

    void unmap(List<Address> pages) {
        Optional<LiveThread> thread = stopped();
        if (thread.isPresent()) {
            for (Address page : pages) {
                process.systemCall(thread.get(), SYS_MUNMAP, page.value(), PAGE);
            }
        }
    }

    private Optional<LiveThread> stopped() {
        return process.liveThreads().stream().filter(LiveThread::stopped).findFirst();
    }
}
