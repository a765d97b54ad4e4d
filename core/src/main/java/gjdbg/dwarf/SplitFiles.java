package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.Section;
import gjdbg.error.GjdbgException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the units that a compiler wrote to files of their own (DWARF 5, sections 3.1.2 and 7.3.2; the GNU extension before
 * it): in a .dwo file, or with others in the program's .dwp file.
 */
final class SplitFiles {
    /** What the program itself has for its split units. */
    private static final Set<String> IN_PROGRAM = Set.of("addr", "ranges", "line", "line_str");

    /** Of all files together: skeletons that are made up may all name one file of many units. */
    private static final int MOST_UNITS = 1 << 20;

    /** @param missing why there is no unit: one sentence */
    record Split(Optional<Unit> unit, String missing) {}

    private final Dwarf main;
    private final Path program;
    private Optional<SplitPackage> packed;
    private final Map<Path, ElfFile> opened = new HashMap<>();
    private int units;

    SplitFiles(Dwarf main, Path program) {
        this.main = main;
        this.program = program.toAbsolutePath();
    }

    /** @param origin what is added to the offsets of the unit's entries, which tells them from those of other files */
    synchronized Split find(Unit skeleton, long origin) {
        String name = "";
        try {
            Die root = skeleton.root();
            name = root.string(DwAt.DWO_NAME)
                    .or(() -> root.string(DwAt.GNU_DWO_NAME))
                    .orElse("");
            Optional<Unit> unit = inPackage(skeleton, origin);
            return unit.isPresent() ? new Split(unit, "") : inFile(skeleton, origin, name);
        } catch (GjdbgException | InvalidPathException e) {
            return missing(name, "which can't be used: " + e.getMessage());
        }
    }

    private Optional<Unit> inPackage(Unit skeleton, long origin) {
        if (packed == null) {
            packed = Optional.empty();
            Path path = program.resolveSibling(program.getFileName() + ".dwp");
            if (Files.isRegularFile(path)) {
                packed = SplitPackage.of(ElfFile.open(path));
            }
        }
        return packed.flatMap(file -> file.sections(skeleton.splitId()))
                .flatMap(sections -> unit(skeleton, origin, sections));
    }

    private Split inFile(Unit skeleton, long origin, String name) {
        List<String> tried = new ArrayList<>();
        for (Path path : places(skeleton, name)) {
            if (!Files.isRegularFile(path)) {
                tried.add(path.toString());
                continue;
            }
            ElfFile file = opened.computeIfAbsent(path, ElfFile::open);
            Optional<Unit> unit = unit(skeleton, origin, new Sections(each -> inFile(file, each)));
            return unit.isPresent()
                    ? new Split(unit, "")
                    : missing(path.toString(), "which is of another build: it has no unit of id 0x" + id(skeleton));
        }
        return missing(name, "which is none of " + String.join(", ", tried));
    }

    private static Split missing(String name, String why) {
        return new Split(Optional.empty(), "the debug information is in " + name + ", " + why);
    }

    private static String id(Unit skeleton) {
        return Long.toHexString(skeleton.splitId());
    }

    /** Where the compiler wrote it, then beside the program. */
    private Set<Path> places(Unit skeleton, String name) {
        Path written = Path.of(name);
        Set<Path> places = new LinkedHashSet<>();
        places.add(Path.of(skeleton.root().string(DwAt.COMP_DIR).orElse("/"))
                .resolve(written)
                .normalize());
        places.add(program.resolveSibling(written).normalize());
        if (written.getFileName() != null) {
            places.add(program.resolveSibling(written.getFileName()));
        }
        return places;
    }

    private Optional<Unit> unit(Unit skeleton, long origin, Sections split) {
        Sections sections =
                new Sections(name -> IN_PROGRAM.contains(name) ? main.sections().get(name) : split.get(name));
        Dwarf dwarf = Dwarf.split(sections, skeleton, origin);
        units += dwarf.units().size();
        if (units > MOST_UNITS) {
            throw sections.get("info").malformed(0, "more than " + MOST_UNITS + " units in other files");
        }
        return dwarf.units().stream()
                .filter(unit -> unit.splitId() == skeleton.splitId())
                .findFirst();
    }

    private static Bytes inFile(ElfFile file, String name) {
        return file.section(".debug_" + name + ".dwo")
                .filter(Section::hasBytes)
                .map(Section::bytes)
                .orElseGet(() -> Bytes.of(file.path().toString(), ".debug_" + name + ".dwo", new byte[0]));
    }
}
