package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The .debug_ sections of a file, each decompressed when it is first needed; one that is missing has no bytes. */
final class Sections {
    private final ElfFile file;
    private final Map<String, Bytes> read = new ConcurrentHashMap<>();

    Sections(ElfFile file) {
        this.file = file;
    }

    /** @param name without ".debug_" */
    Bytes get(String name) {
        Bytes bytes = read.get(name);
        return bytes != null ? bytes : read.computeIfAbsent(name, this::find);
    }

    private Bytes find(String name) {
        return file.section(".debug_" + name)
                .or(() -> file.section(".zdebug_" + name))
                .filter(Section::hasBytes)
                .map(Section::bytes)
                .orElseGet(() -> Bytes.of(file.path().toString(), ".debug_" + name, new byte[0]));
    }
}
