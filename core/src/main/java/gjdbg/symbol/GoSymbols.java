package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;
import gjdbg.gosym.GoLineTable;
import gjdbg.gosym.GoPosition;
import gjdbg.gosym.LineRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Go's code, as its own line table tells: this is all that a stripped program has. Safe for several threads. */
final class GoSymbols {
    private static final int DELTAS = 1024;

    private record Delta(long pc, OptionalInt bytes) {}

    private final ElfFile elf;
    private final GoLineTable table;
    private final Delta[] deltas = new Delta[DELTAS];

    GoSymbols(ElfFile elf, GoLineTable table) {
        this.elf = elf;
        this.table = table;
    }

    GoLineTable table() {
        return table;
    }

    boolean covers(FileAddress pc) {
        return pc.compareTo(table.start()) >= 0 && pc.compareTo(table.end()) < 0;
    }

    Optional<Function> functionAt(FileAddress pc) {
        return table.functionAt(pc).map(GoSymbols::function);
    }

    List<Function> functionsNamed(String name) {
        return functions(table.functionsNamed(name));
    }

    List<Function> functions(Predicate<String> name) {
        return functions(table.functions(name));
    }

    List<Position> positionsAt(FileAddress pc) {
        Optional<GoFunction> function = table.functionAt(pc);
        if (function.isEmpty()) {
            return List.of();
        }
        List<Position> positions = new ArrayList<>(4);
        for (GoPosition at : function.get().inlineTree().positions(pc)) {
            positions.add(new Position(
                    PrintedNames.forPrint(at.function()), at.file(), at.line(), at.inlined(), at.wrapper()));
        }
        return positions;
    }

    FileAddress afterPrologue(Function function) {
        return goFunction(function).map(this::afterPrologue).orElse(function.entry());
    }

    private FileAddress afterPrologue(GoFunction function) {
        return ArgumentSpills.after(elf, function, GoPrologue.end(elf, function));
    }

    List<FileAddress> inlinedCopies(String name) {
        return table.inlinedCopies(name);
    }

    List<FileAddress> addressesOf(String file, int line) {
        TreeSet<FileAddress> found = new TreeSet<>();
        for (LineRun run : table.runsOf(file, line)) {
            boolean declaration = run.inlinedCall() < 0 && run.function().startLine() == line;
            found.add(declaration ? afterPrologue(run.function()) : run.start());
        }
        return List.copyOf(found);
    }

    List<FileAddress> lineStarts(Function function) {
        return goFunction(function).map(table::lineStarts).orElse(List.of());
    }

    List<String> files(Predicate<String> path) {
        return table.files(path);
    }

    OptionalInt stackDelta(FileAddress pc) {
        int place = (int) (pc.value() ^ pc.value() >>> 10) & (DELTAS - 1);
        Delta known = deltas[place];
        if (known == null || known.pc != pc.value()) {
            Optional<GoFunction> function = table.functionAt(pc);
            known = new Delta(pc.value(), function.isPresent() ? function.get().stackDelta(pc) : OptionalInt.empty());
            deltas[place] = known;
        }
        return known.bytes;
    }

    void offerNames(ClosestNames names) {
        table.eachName(names::offer);
    }

    Optional<FileAddress> deferReturn(Function function) {
        return goFunction(function).flatMap(GoFunction::deferReturn);
    }

    private Optional<GoFunction> goFunction(Function function) {
        return table.functionAt(function.entry());
    }

    private static List<Function> functions(List<GoFunction> found) {
        List<Function> functions = new ArrayList<>(found.size());
        for (GoFunction function : found) {
            functions.add(function(function));
        }
        return functions;
    }

    private static Function function(GoFunction function) {
        return new Function(function.name(), function.entry(), function.end(), true);
    }
}
