package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The .debug_ sections of a file, each decompressed when it is first needed; one that is missing has no bytes. */
final class Sections {
    private final Function<String, Bytes> source;
    private final Map<String, Bytes> read = new ConcurrentHashMap<>();

    /** @param source gives the bytes of the section with that name without ".debug_"; the same ones when asked again */
    Sections(Function<String, Bytes> source) {
        this.source = source;
    }

    static Sections of(ElfFile file) {
        return new Sections(name -> find(file, name));
    }

    /** @param name without ".debug_" */
    Bytes get(String name) {
        Bytes bytes = read.get(name);
        return bytes != null ? bytes : read.computeIfAbsent(name, source);
    }

    private static Bytes find(ElfFile file, String name) {
        return file.section(".debug_" + name)
                .filter(Section::hasBytes)
                .map(Section::bytes)
                .orElseGet(() -> Bytes.of(file.path().toString(), ".debug_" + name, new byte[0]));
    }
}
