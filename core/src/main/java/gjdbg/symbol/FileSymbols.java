package gjdbg.symbol;

import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.frame.CallFrames;
import gjdbg.dwarf.frame.UnwindRow;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.error.MalformedFile;
import gjdbg.error.Unavailable;
import gjdbg.gosym.GoLineTable;
import gjdbg.gosym.PackagePaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The symbols of one file: Go's code by its line table, other code by the ELF symbols and DWARF. Nothing is read before it
 * is asked for, and of DWARF nothing for Go's code.
 */
public final class FileSymbols implements ModuleSymbols {
    private final ElfFile elf;
    private final NativeSymbols other;
    private final Optional<Dwarf> dwarf;
    private final CallFrames frames;
    private final Optional<DebugSymbols> debug;
    private volatile Optional<GoSymbols> go;

    private FileSymbols(ElfFile elf) {
        this.elf = elf;
        this.other = new NativeSymbols(elf, this::isGo);
        this.dwarf = Dwarf.of(elf);
        this.frames = CallFrames.of(elf);
        this.debug = dwarf.map(DebugSymbols::new);
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
        for (Function function : ofLinker(PackagePaths.plain(name))) {
            byOthers.add(isGo(function.entry()) ? functionAt(function.entry()).orElse(function) : function);
        }
        return byOthers;
    }

    private List<Function> ofLinker(String plain) {
        List<Function> found = other.functionsNamed(plain);
        for (String escaped : found.isEmpty() && go().isPresent() ? PackagePaths.escapings(plain) : List.<String>of()) {
            found = found.isEmpty() ? other.functionsNamed(escaped) : found;
        }
        return found;
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
                .map(function -> nativePositions(pc, function))
                .orElse(List.of());
    }

    private List<Position> nativePositions(FileAddress pc, Function function) {
        List<Position> positions = List.of();
        try {
            positions = debug.map(symbols -> symbols.positionsAt(pc, function)).orElse(List.of());
        } catch (MalformedFile | Unavailable e) {
            // a stack is worth showing by the ELF symbols alone; a question for a line or a variable says what is wrong
        }
        return positions.isEmpty() ? List.of(new Position(function.name(), "", 0, false)) : positions;
    }

    @Override
    public FileAddress afterPrologue(Function function) {
        return function.go()
                ? go().orElseThrow().afterPrologue(function)
                : debug.flatMap(symbols -> symbols.afterPrologue(function))
                        .orElseGet(() -> other.afterPrologue(function));
    }

    @Override
    public List<FileAddress> inlinedCopies(String name) {
        Objects.requireNonNull(name);
        List<FileAddress> copies =
                go().map(symbols -> symbols.inlinedCopies(name)).orElse(List.of());
        // Go's names have a package before a dot, C's have no dots
        boolean mayBeNative = copies.isEmpty() && (go().isEmpty() || name.indexOf('.') < 0);
        return mayBeNative ? debug.map(symbols -> symbols.inlinedCopies(name)).orElse(List.of()) : copies;
    }

    @Override
    public List<FileAddress> addressesOf(String file, int line) {
        Objects.requireNonNull(file);
        List<FileAddress> found =
                go().map(symbols -> symbols.addressesOf(file, line)).orElse(List.of());
        boolean mayBeNative = found.isEmpty() && (go().isEmpty() || !file.endsWith(".go"));
        return mayBeNative
                ? debug.map(symbols -> nativeLine(symbols, file, line)).orElse(List.of())
                : found;
    }

    private List<FileAddress> nativeLine(DebugSymbols symbols, String file, int line) {
        Map<DebugSymbols.Copy, FileAddress> first = new HashMap<>();
        for (FileAddress address : symbols.addressesOf(file, line)) {
            // a table keeps the lines of functions that the linker dropped, at addresses without code
            Optional<Function> function = other.functionAt(address).filter(found -> !isGo(address));
            if (function.isPresent()) {
                boolean declaration = address.equals(function.get().entry());
                first.merge(
                        symbols.copyAt(address, function.get()),
                        declaration ? afterPrologue(function.get()) : address,
                        (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
        }
        return List.copyOf(new TreeSet<>(first.values()));
    }

    @Override
    public List<FileAddress> lineStarts(Function function) {
        return function.go()
                ? go().orElseThrow().lineStarts(function)
                : debug.map(symbols -> symbols.lineStarts(function)).orElse(List.of());
    }

    @Override
    public List<String> files(Predicate<String> path) {
        Set<String> files = new LinkedHashSet<>();
        go().ifPresent(symbols -> files.addAll(symbols.files(path)));
        debug.ifPresent(symbols -> files.addAll(symbols.files(path)));
        return List.copyOf(files);
    }

    @Override
    public OptionalInt stackDelta(FileAddress pc) {
        return isGo(pc) ? go().orElseThrow().stackDelta(pc) : OptionalInt.empty();
    }

    @Override
    public Optional<UnwindRow> unwindRow(FileAddress pc) {
        return isGo(pc) ? Optional.empty() : frames.rowAt(pc);
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

    @Override
    public Optional<Dwarf> dwarf() {
        return dwarf;
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
