package gjdbg.target.core;

import gjdbg.elf.ElfFile;
import gjdbg.elf.Segment;
import gjdbg.error.GjdbgException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was mapped into the process, by the name that the core has for it. Whether the file of that name is still the
 * same is found out when it is first asked for.
 */
final class MappedFile {
    private static final String DELETED = " (deleted)";

    private final String name;
    private final CoreContents contents;
    private Optional<Path> instead = Optional.empty();
    private long base;
    private boolean hasBase;
    private Match match;
    private ElfFile elf;

    MappedFile(String name, CoreContents contents) {
        this.name = name;
        this.contents = contents;
    }

    /** Tells where the file's first byte is mapped. */
    void mappedAt(long address) {
        if (!hasBase) {
            hasBase = true;
            base = address;
        }
    }

    /** Uses this file in place of the one that the core names. */
    void replaceBy(Path path) {
        instead = Optional.of(path);
    }

    /** Where it is looked for. */
    Path path() {
        return instead.orElse(
                Path.of(name.endsWith(DELETED) ? name.substring(0, name.length() - DELETED.length()) : name));
    }

    /** The name for people and for those who look for libraries: marked as proc(5) does when the file is another now. */
    String name() {
        return match() instanceof Match.Other && !name.endsWith(DELETED) ? name + DELETED : name;
    }

    /** The file, if its bytes are those that were mapped. */
    Optional<ElfFile> file() {
        return match() instanceof Match.Same ? Optional.of(elf) : Optional.empty();
    }

    /** Whether the program, its loader included, could write to this address; of a {@link #file} that is there. */
    boolean writable(long address) {
        for (Segment segment : elf.loaded()) {
            if (segment.writable() && covers(segment, address)) {
                return true;
            }
        }
        return false;
    }

    /** The permissions of the segment there, as in p_flags; 0 where the file can't be used. */
    int flags(long address) {
        if (file().isEmpty()) {
            return 0;
        }
        for (Segment segment : elf.loaded()) {
            if (covers(segment, address)) {
                return segment.flags();
            }
        }
        return 0;
    }

    private boolean covers(Segment segment, long address) {
        Segment first = elf.loaded().getFirst();
        long start = base - first.address() + first.offset() + segment.address();
        long end = start + segment.memorySize() + Match.PAGE - 1 & -Match.PAGE;
        long page = start & -Match.PAGE;
        return Long.compareUnsigned(address - page, end - page) < 0;
    }

    Match match() {
        if (match == null) {
            match = find();
        }
        return match;
    }

    private Match find() {
        if (!name.startsWith("/") && instead.isEmpty()) {
            return new Match.Unknown("it has no path");
        }
        if (!hasBase) {
            return new Match.Unknown("its beginning was not mapped");
        }
        if (!Files.isRegularFile(path())) {
            return new Match.Unknown(path() + " is not there");
        }
        try {
            elf = ElfFile.open(path());
        } catch (GjdbgException e) {
            return new Match.Unknown(e.getMessage());
        }
        return Match.of(elf, base, contents);
    }
}
