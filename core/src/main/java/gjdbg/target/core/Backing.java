package gjdbg.target.core;

import gjdbg.elf.ElfFile;
import gjdbg.error.MalformedFile;
import java.util.Arrays;
import java.util.Optional;

/** Bytes that the core left out since the file that was mapped there has them. */
final class Backing {
    /** Whether writers of this core put everything into it that the process had written to. */
    private final boolean writtenIsHeld;

    Backing(boolean writtenIsHeld) {
        this.writtenIsHeld = writtenIsHeld;
    }

    /** Whether the bytes from this place of the region on, up to its end, are those of the file. */
    boolean covers(Region region, long into) {
        return file(region, into).isPresent();
    }

    /** Reads what the file has there; past its end the kernel fills up the page with zeros. False where it does not. */
    boolean read(Region region, long into, byte[] bytes, int at, int length) {
        Optional<ElfFile> file = file(region, into);
        if (file.isEmpty()) {
            return false;
        }
        long offset = region.part().orElseThrow().offset() + into;
        long size = file.get().bytes().size();
        long pageEnd = (size + Match.PAGE - 1) & -Match.PAGE;
        if (offset < 0 || offset + length > pageEnd) {
            return false;
        }
        int there = (int) Math.max(0, Math.min(length, size - offset));
        try {
            System.arraycopy(file.get().bytes().array(Math.min(offset, size), there), 0, bytes, at, there);
        } catch (MalformedFile e) {
            return false;
        }
        Arrays.fill(bytes, at + there, at + length, (byte) 0);
        return true;
    }

    private Optional<ElfFile> file(Region region, long into) {
        if (region.part().isEmpty()) {
            return Optional.empty();
        }
        MappedFile mapped = region.part().get().file();
        // what was held up to here was cut off, so the program may have written the rest
        boolean leftOut = region.meant() <= Match.PAGE;
        return mapped.file().filter(elf -> leftOut && writtenIsHeld || !mapped.writable(region.start() + into));
    }

    /** Why it has nothing for the region: the end of a sentence that begins with "not in the core". */
    static String why(Region region) {
        if (region.part().isEmpty()) {
            return "";
        }
        MappedFile file = region.part().get().file();
        return switch (file.match()) {
            case Match.Same same -> ", and the program may have changed what " + file.path() + " has for it";
            case Match.Other other -> ", and " + file.path() + " is another file now: " + other;
            case Match.Unknown(String why) -> ", and it was mapped from a file that can't be used: " + why;
        };
    }
}
