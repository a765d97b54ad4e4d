package gjdbg.goruntime;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.ElfSymbol;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Segment;
import gjdbg.gosym.GoFunction;
import gjdbg.gosym.GoLineTable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Memory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a thread keeps the pointer to its g: in thread-local storage, below the thread pointer in FS_BASE (ELF TLS, variant II). */
final class ThreadLocalG {
    /** Go's own linker reserves the word below the thread pointer. */
    private static final long GO_LINKED = -8;

    private static final int WORD = 8;
    private static final int LONGEST_CODE = 16;

    private final LoadedModule program;
    private final Memory memory;
    /** 0 while it is not known. */
    private long offset;

    ThreadLocalG(LoadedModule program, Memory memory) {
        this.program = Objects.requireNonNull(program);
        this.memory = Objects.requireNonNull(memory);
    }

    /** In bytes from FS_BASE. */
    long offset() {
        if (offset == 0) {
            offset = find();
        }
        return offset == 0 ? GO_LINKED : offset;
    }

    private long find() {
        ElfFile file = program.file();
        Optional<Segment> tls = file.tls();
        if (tls.isEmpty() || tls.get().memorySize() <= WORD) {
            return GO_LINKED;
        }
        Optional<ElfSymbol> symbol = file.symbol("runtime.tlsg");
        if (symbol.isEmpty()) {
            return usedByGogo();
        }
        long align = Math.max(1, tls.get().alignment());
        long size = (tls.get().memorySize() + align - 1) / align * align;
        return symbol.get().address().value() - size;
    }

    /** C code in a stripped program may have variables of its own there: take what the runtime's code takes. */
    private long usedByGogo() {
        Optional<GoLineTable> table = program.symbols().goLineTable();
        for (String name : List.of("gogo", "runtime.gogo")) {
            for (GoFunction function : table.map(t -> t.functionsNamed(name)).orElse(List.of())) {
                long used = usedAt(function.entry());
                if (used != 0) {
                    return used;
                }
            }
        }
        return GO_LINKED;
    }

    /** The offset in the store of RDX at the beginning of gogo (runtime/asm_amd64.s), in each form that linkers give it. */
    private long usedAt(FileAddress entry) {
        Bytes code = program.file().bytesAt(entry, LONGEST_CODE);
        int first = code.u16(0);
        if (first == 0x4864 && code.u16(2) == 0x1489 && code.u8(4) == 0x25) {
            // mov %rdx, %fs:disp32
            return code.i32(5);
        }
        if (first == 0xc748 && code.u8(2) == 0xc1) {
            // mov $imm32, %rcx
            return code.i32(3);
        }
        if (first == 0x8b48 && code.u8(2) == 0x0d) {
            // mov disp32(%rip), %rcx: the dynamic linker put it there
            return memory.u64(program.toMemory(entry.plus(7L + code.i32(3))));
        }
        return 0;
    }
}
