package gjdbg.goruntime;

import gjdbg.elf.ElfFile;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.Segment;
import java.util.Optional;

/** Where a thread keeps the pointer to its g: in thread-local storage, below the thread pointer in FS_BASE (ELF TLS, variant II). */
final class ThreadLocalG {
    /** Go's own linker reserves the word below the thread pointer. */
    private static final long GO_LINKED = -8;

    private ThreadLocalG() {}

    /** In bytes from FS_BASE. */
    static long offset(ElfFile file) {
        Optional<ElfSymbol> symbol = file.symbol("runtime.tlsg");
        Optional<Segment> tls = file.tls();
        if (symbol.isEmpty() || tls.isEmpty()) {
            return GO_LINKED;
        }
        long align = Math.max(1, tls.get().alignment());
        long size = (tls.get().memorySize() + align - 1) / align * align;
        return symbol.get().address().value() - size;
    }
}
