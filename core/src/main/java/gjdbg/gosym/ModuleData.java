package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.elf.Relocations;
import gjdbg.elf.Section;
import gjdbg.elf.Segment;
import gjdbg.error.MalformedFile;
import java.util.Optional;

/**
 * What the runtime's moduledata (runtime/symtab.go) tells from Go 1.18 on, which .gopclntab itself does not.
 *
 * @param text what the offsets of functions count from
 * @param goFunc what the offsets of funcdata count from
 */
record ModuleData(long text, long goFunc) {
    private static final int FUNCNAMETAB = 8;
    private static final int FTAB = 128;
    private static final int MINPC = 160;
    private static final int TEXT = 176;
    private static final int GOFUNC_1_18 = 304;
    private static final int GOFUNC_1_20 = 320;
    private static final int SIZE = 328;

    /** By looking for the structure's first field, the pointer to the table, in the data of the file. */
    static Optional<ModuleData> find(ElfFile elf, Tables tables) {
        Relocations relocations = elf.relocations();
        for (int i = 0; i < relocations.count(); i++) {
            if (relocations.addend(i) == tables.address().value()) {
                Optional<ModuleData> found = read(elf, tables, new FileAddress(relocations.address(i)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (String name : new String[] {".go.module", ".noptrdata", ".data"}) {
            Optional<ModuleData> found = elf.section(name)
                    .filter(Section::hasBytes)
                    .flatMap(s -> search(elf, tables, s.bytes(), s.address()));
            if (found.isPresent()) {
                return found;
            }
        }
        for (Segment segment : elf.loaded()) {
            if (segment.writable()) {
                Bytes bytes = elf.bytes().slice(segment.offset(), segment.fileSize(), "moduledata");
                Optional<ModuleData> found = search(elf, tables, bytes, new FileAddress(segment.address()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ModuleData> search(ElfFile elf, Tables tables, Bytes bytes, FileAddress start) {
        long wanted = tables.address().value();
        long first = -start.value() & 7;
        for (long at = first; at <= bytes.size() - (long) SIZE; at += 8) {
            if (bytes.u64(at) == wanted) {
                Optional<ModuleData> found = read(elf, tables, start.plus(at));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ModuleData> read(ElfFile elf, Tables tables, FileAddress at) {
        if (elf.available(at) < SIZE) {
            return Optional.empty();
        }
        try {
            long header = tables.address().value();
            long text = elf.pointerAt(at.plus(TEXT));
            boolean names = elf.pointerAt(at.plus(FUNCNAMETAB)) == header + tables.names();
            boolean functions = elf.pointerAt(at.plus(FTAB)) == header + tables.functions()
                    && elf.bytesAt(at.plus(FTAB + 8), 8).u64(0) == tables.functionCount() + 1L;
            boolean code =
                    elf.pointerAt(at.plus(MINPC)) == text + tables.bytes().u32(tables.functions());
            if (!names || !functions || !code) {
                return Optional.empty();
            }
            int goFunc = tables.layout() == Layout.GO_1_18 ? GOFUNC_1_18 : GOFUNC_1_20;
            return Optional.of(new ModuleData(text, elf.pointerAt(at.plus(goFunc))));
        } catch (MalformedFile e) {
            return Optional.empty();
        }
    }
}
