package gjdbg.elf;

import java.nio.file.Path;

/** One ELF file, its parts read when they are asked for. */
public interface ElfFile {
    Path path();
}
