package gjdbg.elf;

import gjdbg.bytes.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The parts of a file that are read once, when first asked for. */
final class Parts {
    private static final long DT_RELA = 7;
    private static final long DT_RELASZ = 8;

    private final ElfFile elf;
    private final List<Segment> loaded;
    private volatile SymbolTable symbols;
    private volatile List<Note> notes;
    private volatile Relocations relocations;

    Parts(ElfFile elf) {
        this.elf = elf;
        List<Segment> found = new ArrayList<>();
        for (Segment segment : elf.segments()) {
            if (segment.type() == Segment.PT_LOAD) {
                found.add(segment);
            }
        }
        this.loaded = List.copyOf(found);
    }

    List<Segment> loaded() {
        return loaded;
    }

    SymbolTable symbols() {
        SymbolTable known = symbols;
        if (known == null) {
            synchronized (this) {
                known = symbols;
                if (known == null) {
                    known = SymbolTable.of(elf);
                    symbols = known;
                }
            }
        }
        return known;
    }

    List<Note> notes() {
        List<Note> known = notes;
        if (known == null) {
            known = readNotes();
            notes = known;
        }
        return known;
    }

    Optional<String> gnuBuildId() {
        return note("GNU", Note.NT_GNU_BUILD_ID).map(data -> HexFormat.of().formatHex(data.array(0, data.size())));
    }

    Optional<String> goBuildId() {
        return note("Go", Note.NT_GO_BUILD_ID).map(data -> data.text(0, data.size()));
    }

    private Optional<Bytes> note(String owner, int type) {
        for (Note note : notes()) {
            if (note.type() == type && note.owner().equals(owner)) {
                return Optional.of(note.data());
            }
        }
        return Optional.empty();
    }

    Relocations relocations() {
        Relocations known = relocations;
        if (known == null) {
            synchronized (this) {
                known = relocations;
                if (known == null) {
                    known = readRelocations();
                    relocations = known;
                }
            }
        }
        return known;
    }

    private List<Note> readNotes() {
        List<Note> found = new ArrayList<>();
        for (Segment segment : elf.segments()) {
            if (segment.type() == Segment.PT_NOTE) {
                Bytes bytes = elf.bytes().slice(segment.offset(), segment.fileSize(), "notes");
                Note.each(bytes, segment.alignment(), found::add);
            }
        }
        return List.copyOf(found);
    }

    private Relocations readRelocations() {
        if (!elf.isPie()) {
            return Relocations.NONE;
        }
        long table = 0;
        long size = 0;
        for (Segment segment : elf.segments()) {
            if (segment.type() == Segment.PT_DYNAMIC) {
                Bytes dynamic = elf.bytes().slice(segment.offset(), segment.fileSize(), "PT_DYNAMIC");
                for (long at = 0; at <= dynamic.size() - 16L; at += 16) {
                    long tag = dynamic.u64(at);
                    if (tag == 0) {
                        break;
                    }
                    table = tag == DT_RELA ? dynamic.u64(at + 8) : table;
                    size = tag == DT_RELASZ ? dynamic.u64(at + 8) : size;
                }
            }
        }
        if (size <= 0 || size > elf.bytes().size()) {
            return Relocations.NONE;
        }
        return Relocations.read(elf.bytesAt(new FileAddress(table), (int) size));
    }
}
