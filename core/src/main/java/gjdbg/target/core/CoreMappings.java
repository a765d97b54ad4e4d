package gjdbg.target.core;

import gjdbg.target.Address;
import gjdbg.target.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The mappings of a core, with names as in proc(5) where they can be told. */
final class CoreMappings {
    private static final long AT_SYSINFO_EHDR = 33;
    private static final long AT_RANDOM = 25;
    private static final long VSYSCALL = 0xffff_ffff_ff60_0000L;
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;

    private final List<Region> regions;
    private final Backing backing;
    private final CoreNotes notes;
    private List<Mapping> all;
    private List<Mapping> readable;

    CoreMappings(List<Region> regions, Backing backing, CoreNotes notes) {
        this.regions = regions;
        this.backing = backing;
        this.notes = notes;
    }

    synchronized List<Mapping> all() {
        if (all == null) {
            List<Mapping> found = new ArrayList<>(regions.size());
            for (Region region : regions) {
                found.add(mapping(region, region.end()));
            }
            all = List.copyOf(found);
        }
        return all;
    }

    /** Those whose bytes are there, cut short where the core has no more. */
    synchronized List<Mapping> readable() {
        if (readable == null) {
            List<Mapping> found = new ArrayList<>();
            for (Region region : regions) {
                long end = backing.covers(region, region.held()) ? region.end() : region.start() + region.held();
                if (end != region.start()) {
                    found.add(mapping(region, end));
                }
            }
            readable = List.copyOf(found);
        }
        return readable;
    }

    private Mapping mapping(Region region, long end) {
        int flags = flags(region);
        return new Mapping(
                new Address(region.start()),
                new Address(end),
                (flags & READ) != 0,
                (flags & WRITE) != 0,
                (flags & EXECUTE) != 0,
                region.part().map(FilePart::offset).orElse(0L),
                0,
                name(region));
    }

    /** Where only the list of files has it, a writer left it out as it is all in the file: what can be read is told by that. */
    private int flags(Region region) {
        if (region.loaded().isPresent()) {
            return region.loaded().get().flags();
        }
        FilePart part = region.part().orElseThrow();
        return part.file().flags(region.start());
    }

    private String name(Region region) {
        if (region.part().isPresent()) {
            return region.part().get().file().name();
        }
        if (region.start() == VSYSCALL) {
            return "[vsyscall]";
        }
        if (has(region, notes.auxiliary(AT_SYSINFO_EHDR))) {
            return "[vdso]";
        }
        return has(region, notes.auxiliary(AT_RANDOM)) ? "[stack]" : "";
    }

    private static boolean has(Region region, OptionalLong address) {
        return address.isPresent()
                && Long.compareUnsigned(address.getAsLong() - region.start(), region.end() - region.start()) < 0;
    }
}
