package gjdbg.symbol;

import gjdbg.dwarf.AddressRange;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.InlinedCalls;
import gjdbg.dwarf.Unit;
import gjdbg.dwarf.line.LineTable;
import gjdbg.dwarf.line.LineTables;
import gjdbg.dwarf.line.SourceFile;
import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Lines and inlined calls of code that is not Go's, as DWARF tells. Each question reads the units that it needs. */
final class DebugSymbols {
    private static final int LANGUAGE_GO = 22;

    /** What a line's code belongs to: a line may have code in several functions and inlined copies. */
    record Copy(FileAddress function, long inlinedCall) {}

    private final Dwarf dwarf;
    private final LineTables lines = new LineTables();
    private List<Unit> units;
    private Map<String, List<Die>> inlinable;

    DebugSymbols(Dwarf dwarf) {
        this.dwarf = Objects.requireNonNull(dwarf);
    }

    /** Innermost inlined call first; empty where no unit has the PC. */
    List<Position> positionsAt(FileAddress pc, Function function) {
        Optional<LineTable> table = tableAt(pc);
        OptionalInt row = table.isPresent() ? table.get().rowAt(pc) : OptionalInt.empty();
        if (row.isEmpty()) {
            return List.of();
        }
        String file = table.get().file(row.getAsInt()).path();
        int line = table.get().line(row.getAsInt());
        List<Position> positions = new ArrayList<>(4);
        List<Die> inlined = inlinedCalls(pc);
        for (Die call : inlined.reversed()) {
            positions.add(new Position(name(call), file, line, true));
            file = table.get()
                    .fileNumbered(call.number(DwAt.CALL_FILE).orElse(-1))
                    .map(SourceFile::path)
                    .orElse("");
            line = (int) call.number(DwAt.CALL_LINE).orElse(0);
        }
        positions.add(new Position(function.name(), file, line, false));
        return positions;
    }

    private List<Die> inlinedCalls(FileAddress pc) {
        return dwarf.functionAt(pc).map(die -> InlinedCalls.at(die, pc)).orElse(List.of());
    }

    private static String name(Die die) {
        return die.holder(DwAt.NAME).flatMap(Die::name).orElse("");
    }

    private Optional<LineTable> tableAt(FileAddress pc) {
        return dwarf.unitAt(pc).flatMap(lines::of);
    }

    /**
     * The address marked as prologue_end; without such a mark the function's second address with a line of its own, for a
     * compiler that does not mark it begins the body with one. Empty for optimised code: there variables are where their
     * location lists say from the first instruction on, and the second line may be behind a branch.
     */
    Optional<FileAddress> afterPrologue(Function function) {
        Optional<LineTable> table = tableAt(function.entry());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        AddressRange code = new AddressRange(function.entry(), function.end());
        Optional<FileAddress> marked = table.get().prologueEnd(code);
        if (marked.isPresent()) {
            return marked;
        }
        if (dwarf.functionAt(function.entry()).filter(DebugSymbols::isOptimised).isPresent()) {
            return Optional.empty();
        }
        for (int row : table.get().rowsIn(code)) {
            FileAddress address = table.get().address(row);
            if (!address.equals(function.entry()) && table.get().line(row) != 0) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /** Whether any of its variables moves about. */
    private static boolean isOptimised(Die function) {
        List<Die> moving = new ArrayList<>(1);
        function.forEachChild(child -> {
            boolean variable = child.tag() == DwTag.FORMAL_PARAMETER || child.tag() == DwTag.VARIABLE;
            if (variable && child.number(DwAt.LOCATION).isPresent()) {
                moving.add(child);
            }
            return moving.isEmpty();
        });
        return !moving.isEmpty();
    }

    /** Where runs of statements of the line begin, of all functions. */
    List<FileAddress> addressesOf(String file, int line) {
        List<FileAddress> found = new ArrayList<>();
        for (Unit unit : units()) {
            if (anyMatches(lines.files(unit), file)) {
                lines.of(unit).ifPresent(table -> found.addAll(table.addressesOf(file, line)));
            }
        }
        return found;
    }

    private static boolean anyMatches(List<SourceFile> files, String end) {
        for (SourceFile file : files) {
            if (file.matches(end)) {
                return true;
            }
        }
        return false;
    }

    Copy copyAt(FileAddress pc, Function function) {
        List<Die> inlined = inlinedCalls(pc);
        return new Copy(
                function.entry(), inlined.isEmpty() ? 0 : inlined.getLast().offset());
    }

    List<FileAddress> lineStarts(Function function) {
        Optional<LineTable> found = tableAt(function.entry());
        if (found.isEmpty()) {
            return List.of();
        }
        LineTable table = found.get();
        Set<FileAddress> starts = new LinkedHashSet<>();
        int last = -1;
        for (int row : table.rowsIn(new AddressRange(function.entry(), function.end()))) {
            boolean goesOn = last >= 0
                    && table.line(last) == table.line(row)
                    && table.file(last).equals(table.file(row));
            if (!goesOn && table.isStatement(row) && table.line(row) != 0) {
                starts.add(table.address(row));
            }
            last = row;
        }
        return List.copyOf(starts);
    }

    List<String> files(Predicate<String> path) {
        Set<String> found = new LinkedHashSet<>();
        for (Unit unit : units()) {
            for (SourceFile file : lines.files(unit)) {
                if (path.test(file.path())) {
                    found.add(file.path());
                }
            }
        }
        return List.copyOf(found);
    }

    /** The first instruction of each inlined copy of the function. */
    List<FileAddress> inlinedCopies(String name) {
        List<FileAddress> found = new ArrayList<>();
        for (Die function : inlinable().getOrDefault(name, List.of())) {
            for (Die call : InlinedCalls.of(function.unit(), function)) {
                start(call).ifPresent(found::add);
            }
        }
        return found;
    }

    private synchronized Map<String, List<Die>> inlinable() {
        if (inlinable == null) {
            inlinable = new HashMap<>();
            for (Unit unit : units()) {
                unit.root().forEachChild(die -> {
                    if (die.tag() == DwTag.SUBPROGRAM && die.has(DwAt.INLINE)) {
                        inlinable
                                .computeIfAbsent(name(die), key -> new ArrayList<>())
                                .add(die);
                    }
                    return true;
                });
            }
        }
        return inlinable;
    }

    private static Optional<FileAddress> start(Die call) {
        Optional<FileAddress> lowest = Optional.empty();
        for (AddressRange range : call.ranges()) {
            if (lowest.isEmpty() || range.start().compareTo(lowest.get()) < 0) {
                lowest = Optional.of(range.start());
            }
        }
        return lowest;
    }

    /** Those that are not Go's. */
    private synchronized List<Unit> units() {
        if (units == null) {
            List<Unit> found = new ArrayList<>();
            for (Unit unit : dwarf.units()) {
                if (unit.root().number(DwAt.LANGUAGE).orElse(0) != LANGUAGE_GO) {
                    found.add(unit);
                }
            }
            units = List.copyOf(found);
        }
        return units;
    }
}
