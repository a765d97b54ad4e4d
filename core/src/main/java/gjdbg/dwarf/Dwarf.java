package gjdbg.dwarf;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
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

    private final Sections sections;
    private final Map<Long, Abbreviations> abbreviations = new HashMap<>();
    private int abbreviationCost;
    private List<Unit> units;
    private RangeTable<Unit> ranges;

    private Dwarf(Sections sections) {
        this.sections = sections;
    }

    /** Empty where the file has no .debug_info. */
    public static Optional<Dwarf> of(ElfFile file) {
        Sections sections = Sections.of(Objects.requireNonNull(file));
        return file.section(".debug_info").map(info -> new Dwarf(sections));
    }

    /** For sections that are in no file. */
    static Dwarf of(Sections sections) {
        return new Dwarf(sections);
    }

    Sections sections() {
        return sections;
    }

    /** A section of debugging information by its name without ".debug_"; empty bytes where the file has none. */
    public Bytes section(String name) {
        return sections.get(name);
    }

    /** In the order of their offsets. */
    public synchronized List<Unit> units() {
        if (units == null) {
            Bytes info = sections.get("info");
            List<Unit> found = new ArrayList<>();
            for (long offset = 0; offset < info.size(); offset = found.getLast().end()) {
                found.add(new Unit(this, info, offset));
                if (found.size() > MOST_UNITS) {
                    throw info.malformed(offset, "more than " + MOST_UNITS + " units");
                }
            }
            units = List.copyOf(found);
        }
        return units;
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

    /** @param offset in .debug_info */
    public Die die(long offset) {
        List<Unit> all = units();
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

    /** The unit whose code holds the PC. */
    public Optional<Unit> unitAt(FileAddress pc) {
        return unitRanges().at(pc.value());
    }

    private synchronized RangeTable<Unit> unitRanges() {
        if (ranges == null) {
            ranges = new RangeTable<>("units");
            for (Unit unit : units()) {
                if (unit.root().tag() == DwTag.COMPILE_UNIT) {
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
