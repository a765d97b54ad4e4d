package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoLineTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The symbols of one file: Go's code by its line table, other code by the ELF symbols. Nothing is read before it is asked
 * for.
 */
public final class FileSymbols implements ModuleSymbols {
    private final ElfFile elf;
    private final NativeSymbols other;
    private volatile Optional<GoSymbols> go;

    private FileSymbols(ElfFile elf) {
        this.elf = elf;
        this.other = new NativeSymbols(elf, this::isGo);
    }

    public static FileSymbols of(ElfFile elf) {
        return new FileSymbols(Objects.requireNonNull(elf));
    }

    @Override
    public Optional<Function> functionAt(FileAddress pc) {
        return isGo(pc) ? go().orElseThrow().functionAt(pc) : other.functionAt(pc);
    }

    @Override
    public List<Function> functionsNamed(String name) {
        Objects.requireNonNull(name);
        List<Function> found = go().map(symbols -> symbols.functionsNamed(name)).orElse(List.of());
        if (!found.isEmpty()) {
            return found;
        }
        // the linker's symbols tell apart what Go's table calls by one name, such as instances before Go 1.21
        List<Function> byOthers = new ArrayList<>();
        for (Function function : other.functionsNamed(name)) {
            byOthers.add(isGo(function.entry()) ? functionAt(function.entry()).orElse(function) : function);
        }
        return byOthers;
    }

    @Override
    public List<Function> functions(Predicate<String> name) {
        List<Function> found = new ArrayList<>();
        go().ifPresent(symbols -> found.addAll(symbols.functions(name)));
        found.addAll(other.functions(name));
        return found;
    }

    @Override
    public List<Position> positionsAt(FileAddress pc) {
        if (isGo(pc)) {
            return go().orElseThrow().positionsAt(pc);
        }
        return other.functionAt(pc)
                .map(function -> List.of(new Position(function.name(), "", 0, false)))
                .orElse(List.of());
    }

    @Override
    public FileAddress afterPrologue(Function function) {
        return function.go() ? go().orElseThrow().afterPrologue(function) : other.afterPrologue(function);
    }

    @Override
    public List<FileAddress> inlinedCopies(String name) {
        Objects.requireNonNull(name);
        return go().map(symbols -> symbols.inlinedCopies(name)).orElse(List.of());
    }

    @Override
    public List<FileAddress> addressesOf(String file, int line) {
        Objects.requireNonNull(file);
        return go().map(symbols -> symbols.addressesOf(file, line)).orElse(List.of());
    }

    @Override
    public List<FileAddress> lineStarts(Function function) {
        return function.go() ? go().orElseThrow().lineStarts(function) : List.of();
    }

    @Override
    public List<String> files(Predicate<String> path) {
        return go().map(symbols -> symbols.files(path)).orElse(List.of());
    }

    @Override
    public OptionalInt stackDelta(FileAddress pc) {
        return isGo(pc) ? go().orElseThrow().stackDelta(pc) : OptionalInt.empty();
    }

    @Override
    public List<String> closestFunctions(String name) {
        ClosestNames names = new ClosestNames(name);
        go().ifPresent(symbols -> symbols.offerNames(names));
        other.offerNames(names);
        return names.best();
    }

    @Override
    public Optional<FileAddress> deferReturn(Function function) {
        return function.go() ? go().orElseThrow().deferReturn(function) : Optional.empty();
    }

    @Override
    public Optional<GoLineTable> goLineTable() {
        return go().map(GoSymbols::table);
    }

    private boolean isGo(FileAddress pc) {
        Optional<GoSymbols> symbols = go();
        return symbols.isPresent() && symbols.get().covers(pc);
    }

    private Optional<GoSymbols> go() {
        Optional<GoSymbols> known = go;
        if (known == null) {
            synchronized (this) {
                known = go;
                if (known == null) {
                    known = GoLineTable.of(elf).map(table -> new GoSymbols(elf, table));
                    go = known;
                }
            }
        }
        return known;
    }
}
