package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The libraries that the dynamic loader has loaded, by its own list (link.h: struct r_debug, struct link_map). */
final class LinkMap {
    private static final long DT_DEBUG = 21;
    private static final int MOST_LIBRARIES = 4096;

    private LinkMap() {}

    /** @param bias what is added to the file's addresses, in bytes */
    record Library(long bias, String path) {}

    /** Those with a path, the executable and the kernel's own left out; empty for a static program. */
    static List<Library> read(ElfFile executable, long bias, CoreContents contents) {
        List<Library> libraries = new ArrayList<>();
        long at = debug(executable, bias, contents)
                .flatMap(address -> word(contents, address + 8))
                .orElse(0L);
        Set<Long> seen = new HashSet<>();
        while (at != 0 && seen.size() < MOST_LIBRARIES && seen.add(at)) {
            Optional<byte[]> entry = contents.bytes(at, 32);
            if (entry.isEmpty()) {
                break;
            }
            Bytes words = Bytes.of("", "", entry.get());
            String path = contents.text(words.u64(8)).orElse("");
            if (path.startsWith("/")) {
                libraries.add(new Library(words.u64(0), path));
            }
            at = words.u64(24);
        }
        return libraries;
    }

    private static Optional<Long> debug(ElfFile executable, long bias, CoreContents contents) {
        for (Segment segment : executable.segments()) {
            if (segment.type() == Segment.PT_DYNAMIC) {
                for (long at = 0; at < segment.memorySize(); at += 16) {
                    long tag = word(contents, bias + segment.address() + at).orElse(0L);
                    if (tag == DT_DEBUG) {
                        return word(contents, bias + segment.address() + at + 8).filter(address -> address != 0);
                    }
                    if (tag == 0) {
                        break;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> word(CoreContents contents, long address) {
        return contents.bytes(address, 8).map(bytes -> Bytes.of("", "", bytes).u64(0));
    }
}
