package gjdbg.gosym;

import gjdbg.elf.FileAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** From lines to instructions. Functions of units that do not know the file are passed over. */
final class LineIndex {
    private static final int MOST_CALLS = 1 << 20;

    private final GoLineTable table;

    LineIndex(GoLineTable table) {
        this.table = table;
    }

    List<LineRun> runsOf(String file, int line) {
        BitSet places = table.files().places(file);
        List<LineRun> found = new ArrayList<>();
        if (places.isEmpty()) {
            return found;
        }
        long knownUnit = -1;
        boolean unitHasFile = false;
        UnitBounds bounds = new UnitBounds(table);
        FunctionTable functions = table.functionTable();
        for (int i = 0; i < functions.count(); i++) {
            long unit = functions.unit(i);
            if (unit != knownUnit) {
                knownUnit = unit;
                unitHasFile = !table.layout().hasUnits() || bounds.holdsAny(places, unit);
            }
            if (unitHasFile) {
                addRuns(table.function(i), places, line, found);
            }
        }
        return found;
    }

    private static void addRuns(GoFunction function, BitSet places, int line, List<LineRun> found) {
        Optional<PcValues> fileRuns = function.fileRuns();
        Optional<PcValues> lineRuns = function.lineRuns();
        if (fileRuns.isEmpty() || lineRuns.isEmpty()) {
            return;
        }
        // most functions of a unit have nothing of the file, and the table of files is the shorter one
        if (!namesAny(function, fileRuns.get(), places)) {
            return;
        }
        PcValues lines = lineRuns.get();
        PcValues files = null;
        Optional<PcValues> inlined = Optional.empty();
        BitSet calls = null;
        int first = found.size();
        while (lines.next()) {
            if (lines.value() != line) {
                continue;
            }
            if (files == null) {
                files = function.fileRuns().orElseThrow();
                calls = new BitSet();
                inlined = function.inlineRuns();
                if (!files.next()) {
                    return;
                }
            }
            // the runs of the two tables overlap: each part of this line's run has its own file
            long at = lines.start();
            while (at < lines.end()) {
                while (files.end() <= at) {
                    if (!files.next()) {
                        return;
                    }
                }
                long until = Math.min(lines.end(), files.end());
                if (isAt(function.unit(), files.value(), places)) {
                    addCalls(function, at, until, inlined, calls, found);
                }
                at = until;
            }
        }
        found.subList(first, found.size()).sort((a, b) -> a.start().compareTo(b.start()));
    }

    private static boolean namesAny(GoFunction function, PcValues files, BitSet places) {
        long unit = function.unit();
        while (files.next()) {
            if (isAt(unit, files.value(), places)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(long unit, int file, BitSet places) {
        long place = unit + file;
        return file >= 0 && place < Integer.MAX_VALUE && places.get((int) place);
    }

    /**
     * One run for the function itself, and one for each inlined call, that begin between the offsets.
     *
     * @param inlined at or before the offsets
     */
    private static void addCalls(
            GoFunction function, long from, long until, Optional<PcValues> inlined, BitSet calls, List<LineRun> found) {
        if (inlined.isEmpty()) {
            addOnce(function, -1, from, calls, found);
            return;
        }
        PcValues runs = inlined.get();
        while (runs.end() <= from) {
            if (!runs.next()) {
                addOnce(function, -1, from, calls, found);
                return;
            }
        }
        do {
            addOnce(function, runs.value(), Math.max(from, runs.start()), calls, found);
        } while (runs.end() < until && runs.next());
    }

    private static void addOnce(GoFunction function, int call, long offset, BitSet calls, List<LineRun> found) {
        int bit = Math.max(call, -1) + 1;
        if (bit < MOST_CALLS && !calls.get(bit)) {
            calls.set(bit);
            found.add(new LineRun(function, call, function.entry().plus(offset)));
        }
    }

    List<FileAddress> startsIn(GoFunction function) {
        List<FileAddress> starts = new ArrayList<>();
        Optional<PcValues> lines = function.lineRuns();
        if (lines.isPresent()) {
            PcValues runs = lines.get();
            while (runs.next()) {
                starts.add(function.entry().plus(runs.start()));
            }
        }
        return starts;
    }
}
