package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.elf.Segment;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Target;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/** Makes the view of a process's modules from the target's mappings. Reads the executable's headers and nothing more. */
public final class ProgramLoader {
    private static final long AT_PHDR = 3;
    private static final long AT_ENTRY = 9;
    private static final long PAGE = 4096;

    private ProgramLoader() {}

    /**
     * @throws gjdbg.error.MalformedFile when the executable is no file that gjdbg reads
     * @throws Unavailable when the target does not tell where it loaded the executable
     */
    public static Program load(Target target) {
        Objects.requireNonNull(target);
        ElfFile file = ElfFile.open(target.executable());
        LoadedModule main = at(file, bias(target, file));
        return new LoadedProgram(target, main);
    }

    static LoadedModule at(ElfFile file, long bias) {
        long low = Long.MAX_VALUE;
        long high = 0;
        for (Segment segment : file.loaded()) {
            low = Math.min(low, segment.address() & -PAGE);
            high = Math.max(high, (segment.address() + segment.memorySize() + PAGE - 1) & -PAGE);
        }
        if (low > high) {
            low = high;
        }
        return new LoadedModule(file, FileSymbols.of(file), bias, new Address(low + bias), new Address(high + bias));
    }

    private static long bias(Target target, ElfFile file) {
        if (!file.isPie()) {
            return 0;
        }
        OptionalLong entry = target.auxiliary(AT_ENTRY);
        if (entry.isPresent() && entry.getAsLong() != 0) {
            return entry.getAsLong() - file.entry().value();
        }
        OptionalLong headers = target.auxiliary(AT_PHDR);
        for (Segment segment : file.segments()) {
            if (segment.type() == Segment.PT_PHDR && headers.isPresent() && headers.getAsLong() != 0) {
                return headers.getAsLong() - segment.address();
            }
        }
        Path path = target.executable();
        for (Mapping mapping : target.mappings()) {
            if (mapping.path().equals(path.toString())) {
                return bias(file, mapping);
            }
        }
        throw new Unavailable(path.toString(), "the target does not tell where it is loaded");
    }

    /** What is added to the file's addresses, given any of its mappings. */
    static long bias(ElfFile file, Mapping mapping) {
        for (Segment segment : file.loaded()) {
            long page = segment.offset() & -PAGE;
            if (mapping.fileOffset() >= page && mapping.fileOffset() < segment.offset() + segment.fileSize()) {
                return mapping.start().value() - mapping.fileOffset() + segment.offset() - segment.address();
            }
        }
        return mapping.start().value() - mapping.fileOffset();
    }
}
