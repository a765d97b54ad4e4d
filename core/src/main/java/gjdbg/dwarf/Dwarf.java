package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The debugging information of one file (DWARF 2 to 5). Opening it reads nothing; units are found when one is first asked
 * for, and entries are read in place. Safe for several threads.
 */
public final class Dwarf {
    private static final int MOST_UNITS = 1 << 20;

    /** Of all tables together, in attributes of 16 bytes: units that are made up may each begin one within another. */
    private static final int MOST_ABBREVIATION_COST = 1 << 24;

    /** Offsets from here on, in steps of this size, are those of units in other files: no section is that long. */
    private static final long SPLIT = 1L << 32;

    private final Sections sections;
    private final Optional<Unit> skeleton;
    private final long origin;
    private final Optional<SplitFiles> splitFiles;
    private final Map<Unit, SplitFiles.Split> splits = new HashMap<>();
    private final Map<Long, Abbreviations> abbreviations = new HashMap<>();
    private int abbreviationCost;
    /** Those that this file has itself, skeletons included. */
    private List<Unit> own;

    private Map<Unit, Integer> numbers;
    private List<Unit> units;
    private RangeTable<Unit> ranges;

    private Dwarf(Sections sections, Optional<Unit> skeleton, long origin, Optional<Path> program) {
        this.sections = sections;
        this.skeleton = skeleton;
        this.origin = origin;
        splitFiles = program.map(path -> new SplitFiles(this, path));
    }

    /** Empty where the file has no .debug_info. */
    public static Optional<Dwarf> of(ElfFile file) {
        Sections sections = Sections.of(Objects.requireNonNull(file));
        return file.section(".debug_info")
                .map(info -> new Dwarf(sections, Optional.empty(), 0, Optional.of(file.path())));
    }

    /** For sections that are in no file. */
    static Dwarf of(Sections sections) {
        return new Dwarf(sections, Optional.empty(), 0, Optional.empty());
    }

    /** Of another file than the program's, for the unit that a skeleton stands for. */
    static Dwarf split(Sections sections, Unit skeleton, long origin) {
        return new Dwarf(sections, Optional.of(skeleton), origin, Optional.empty());
    }

    /** Of units in another file the one that stands for them. */
    Optional<Unit> skeleton() {
        return skeleton;
    }

    /** What offsets of entries count from, which is not 0 for those in another file. */
    public long origin() {
        return origin;
    }

    synchronized SplitFiles.Split splitOf(Unit unit) {
        SplitFiles.Split split = splits.get(unit);
        if (split == null) {
            long splitOrigin = SPLIT * (numbers().get(unit) + 1);
            split = splitFiles
                    .map(files -> files.find(unit, splitOrigin))
                    .orElse(new SplitFiles.Split(Optional.empty(), "the debug information is in another file"));
            splits.put(unit, split);
        }
        return split;
    }

    private Map<Unit, Integer> numbers() {
        if (numbers == null) {
            numbers = new HashMap<>();
            own().forEach(unit -> numbers.put(unit, numbers.size()));
        }
        return numbers;
    }

    /** The unit itself or, of a skeleton, the one that it stands for, where that is there. */
    private Unit full(Unit unit) {
        return unit.isSkeleton() ? splitOf(unit).unit().orElse(unit) : unit;
    }

    Sections sections() {
        return sections;
    }

    /** A section of debugging information by its name without ".debug_"; empty bytes where the file has none. */
    public Bytes section(String name) {
        return sections.get(name);
    }

    /** In the order of the file; one in a file of its own stands where its skeleton does. */
    public synchronized List<Unit> units() {
        if (units == null) {
            units = own().stream().map(this::full).toList();
        }
        return units;
    }

    private synchronized List<Unit> own() {
        if (own == null) {
            Bytes info = sections.get("info");
            List<Unit> found = new ArrayList<>();
            for (long offset = 0; offset < info.size(); offset = found.getLast().end() - origin) {
                found.add(new Unit(this, info, origin + offset));
                if (found.size() > MOST_UNITS) {
                    throw info.malformed(offset, "more than " + MOST_UNITS + " units");
                }
            }
            own = List.copyOf(found);
        }
        return own;
    }

    synchronized Abbreviations abbreviations(long offset) {
        Abbreviations table = abbreviations.get(offset);
        if (table == null) {
            table = new Abbreviations(sections.get("abbrev"), offset, MOST_ABBREVIATION_COST - abbreviationCost);
            abbreviationCost += table.cost();
            abbreviations.put(offset, table);
        }
        return table;
    }

    /** @param offset as {@link Die#offset} has it */
    public Die die(long offset) {
        if (skeleton.isEmpty() && offset >= SPLIT) {
            return splitDie(offset);
        }
        List<Unit> all = own();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Die die = low == 0 ? null : Die.at(all.get(low - 1), offset);
        if (die == null) {
            throw sections.get("info").malformed(offset, "a reference to an entry that is none");
        }
        return die;
    }

    private Die splitDie(long offset) {
        long index = offset / SPLIT - 1;
        Optional<Unit> unit =
                index < own().size() ? splitOf(own().get((int) index)).unit() : Optional.empty();
        return unit.orElseThrow(() -> sections.get("info").malformed(offset, "a reference to an entry that is none"))
                .dwarf()
                .die(offset);
    }

    /** The unit whose code holds the PC. */
    public Optional<Unit> unitAt(FileAddress pc) {
        return unitRanges().at(pc.value()).map(this::full);
    }

    private synchronized RangeTable<Unit> unitRanges() {
        if (ranges == null) {
            ranges = new RangeTable<>("units");
            for (Unit unit : own()) {
                int tag = unit.root().tag();
                if (tag == DwTag.COMPILE_UNIT || tag == DwTag.SKELETON_UNIT) {
                    ranges.add(unit.root(), unit);
                }
            }
            ranges.sort();
        }
        return ranges;
    }

    /** The DW_TAG_subprogram whose code holds the PC. */
    public Optional<Die> functionAt(FileAddress pc) {
        return unitAt(pc).flatMap(unit -> unit.functions().at(pc));
    }
}
