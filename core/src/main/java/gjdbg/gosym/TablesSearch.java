package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Section;
import gjdbg.elf.Segment;
import java.util.Optional;

/**
 * Finds the .gopclntab of a file: by the section's name, or by the magic number where an external linker merged the section
 * into another one, or where there are no section headers.
 */
final class TablesSearch {
    /** The linker aligns the table to 32 bytes, Go 1.26 to 8. */
    private static final int ALIGNMENT = 8;

    private TablesSearch() {}

    static Optional<Tables> in(ElfFile elf) {
        if (elf.sections().isEmpty()) {
            return inSegments(elf);
        }
        Optional<Section> named = elf.section(".gopclntab").or(() -> elf.section(".data.rel.ro.gopclntab"));
        if (named.isPresent()) {
            Optional<Tables> tables =
                    Tables.read(elf, named.get().bytes(), named.get().address());
            if (tables.isPresent()) {
                return tables;
            }
        }
        if (named.isEmpty() && elf.section(".go.buildinfo").isEmpty()) {
            return Optional.empty();
        }
        Optional<Tables> relocated = elf.section(".data.rel.ro").flatMap(s -> inBytes(elf, s.bytes(), s.address()));
        return relocated.or(() -> inSegments(elf));
    }

    private static Optional<Tables> inSegments(ElfFile elf) {
        for (Segment segment : elf.loaded()) {
            if (!segment.executable()) {
                Optional<Tables> found = inBytes(
                        elf,
                        elf.bytes().slice(segment.offset(), segment.fileSize(), ".gopclntab"),
                        new FileAddress(segment.address()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Tables> inBytes(ElfFile elf, Bytes bytes, FileAddress address) {
        long first = -address.value() & (ALIGNMENT - 1);
        for (long at = first; at <= bytes.size() - 72L; at += ALIGNMENT) {
            // magic number, two zero bytes, quantum and pointer size in one comparison
            if ((bytes.u64(at) >>> 32) == 0x0801_0000L && Layout.of(bytes.i32(at)) != null) {
                Optional<Tables> tables = Tables.read(elf, bytes.slice(at, bytes.size() - at), address.plus(at));
                if (tables.isPresent()) {
                    return tables;
                }
            }
        }
        return Optional.empty();
    }
}
