package gjdbg.target.linux;

import gjdbg.error.MemoryFault;
import gjdbg.target.Memory;

/** How much of each mapping goes into a core, by the process's own /proc/pid/coredump_filter, as the kernel does it (core(5)). */
final class CoreFilter {
    private static final int PAGE = 4096;
    private static final int DEFAULT = 0x33;
    private static final int PRIVATE_ANONYMOUS = 0;
    private static final int SHARED_ANONYMOUS = 1;
    private static final int PRIVATE_FILE = 2;
    private static final int SHARED_FILE = 3;
    private static final int ELF_HEADERS = 4;
    private static final int PRIVATE_HUGE = 5;
    private static final int SHARED_HUGE = 6;

    private final int filter;
    private final Memory memory;

    private CoreFilter(int filter, Memory memory) {
        this.filter = filter;
        this.memory = memory;
    }

    static CoreFilter of(int tid, Memory memory) {
        String text = ProcessFiles.text(tid, "coredump_filter").strip();
        return new CoreFilter(text.matches("[0-9a-f]{1,8}") ? Integer.parseUnsignedInt(text, 16) : DEFAULT, memory);
    }

    /** Bytes from the mapping's start. */
    long held(Smaps mapping) {
        long size = mapping.mapping().size();
        if (mapping.mapping().path().equals("[vdso]")) {
            return size;
        }
        // not to be dumped, by madvise(2); of a device
        if (mapping.flag("dd") || mapping.flag("io")) {
            return 0;
        }
        if (mapping.flag("ht")) {
            return has(mapping.shared() ? SHARED_HUGE : PRIVATE_HUGE) ? size : 0;
        }
        if (mapping.shared()) {
            return has(mapping.deleted() ? SHARED_ANONYMOUS : SHARED_FILE) ? size : 0;
        }
        if (mapping.anonymous()) {
            return has(PRIVATE_ANONYMOUS)
                            && (mapping.written() || mapping.mapping().readable())
                    ? size
                    : 0;
        }
        boolean onlyHere = mapping.written() || mapping.deleted();
        if (onlyHere && has(PRIVATE_ANONYMOUS) || has(PRIVATE_FILE)) {
            return size;
        }
        return has(ELF_HEADERS) && isProgramStart(mapping) ? PAGE : 0;
    }

    private boolean has(int bit) {
        return (filter >> bit & 1) != 0;
    }

    private boolean isProgramStart(Smaps mapping) {
        try {
            return mapping.mapping().fileOffset() == 0
                    && mapping.mapping().readable()
                    && memory.u32(mapping.mapping().start()) == 0x464c457fL;
        } catch (MemoryFault e) {
            return false;
        }
    }
}
