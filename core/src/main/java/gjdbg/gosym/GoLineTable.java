package gjdbg.gosym;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.error.MalformedFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Go's own line table, .gopclntab, which stays in a stripped binary: functions, files, lines, stack deltas and inlined
 * calls. Layouts of Go 1.2, 1.16, 1.18 and 1.20 and later (debug/gosym/pclntab.go). Read in place; safe for several threads.
 *
 * <pre>{@code
 * GoLineTable table = GoLineTable.of(elf).orElseThrow();
 * GoFunction function = table.functionAt(pc).orElseThrow();
 * int line = function.line(pc);
 * }</pre>
 */
public final class GoLineTable {
    private final ElfFile elf;
    private final Tables tables;
    private final Bytes bytes;
    private final Layout layout;
    private final long goFunc;
    private final FunctionTable functionTable;
    private final StringCache names;
    private final FileTable files;
    private final FunctionNames functionNames;
    private final LineIndex lines;
    private volatile InlinedCalls inlinedCalls;
    private volatile int wrapperId;

    private GoLineTable(ElfFile elf, Tables tables) {
        this.elf = elf;
        this.tables = tables;
        this.bytes = tables.bytes();
        this.layout = tables.layout();
        Optional<ModuleData> moduleData = layout.hasOffsets() ? ModuleData.find(elf, tables) : Optional.empty();
        this.goFunc = moduleData.map(ModuleData::goFunc).orElseGet(this::goFuncFallback);
        long text = layout.hasOffsets() ? moduleData.map(ModuleData::text).orElseGet(this::textFallback) : 0;
        this.functionTable = new FunctionTable(elf, tables, text);
        this.names = new StringCache(bytes);
        this.files = new FileTable(tables);
        this.functionNames = new FunctionNames(this);
        this.lines = new LineIndex(this);
    }

    /**
     * The table of a file; empty for a program that is not Go's.
     *
     * @throws MalformedFile when there is one that makes no sense
     */
    public static Optional<GoLineTable> of(ElfFile elf) {
        Objects.requireNonNull(elf);
        return TablesSearch.in(elf).map(tables -> new GoLineTable(elf, tables));
    }

    public int functionCount() {
        return functionTable.count();
    }

    /** The functions in the order of their addresses, from 0 to {@link #functionCount} - 1. */
    public GoFunction function(int index) {
        Objects.checkIndex(index, functionCount());
        long at = functionTable.place(index);
        if (at > bytes.size() - (long) layout.functionSize()) {
            throw bytes.malformed(at, "function " + index + " is outside of the table");
        }
        long entry = functionTable.entry(index);
        long end = functionTable.entry(index + 1);
        // walks over all functions take time in proportion to the code as long as functions do not overlap
        if (end < entry || end - entry > elf.bytes().size()) {
            throw bytes.malformed(at, "function " + index + " ends before it begins, or is larger than the file");
        }
        return new GoFunction(this, index, entry, end, at);
    }

    public Optional<GoFunction> functionAt(FileAddress pc) {
        int index = functionTable.indexAt(pc.value());
        return index < 0 ? Optional.empty() : Optional.of(function(index));
    }

    /** The first address of Go's code. */
    public FileAddress start() {
        return new FileAddress(functionTable.entry(0));
    }

    /** The first address after Go's code. */
    public FileAddress end() {
        return new FileAddress(functionTable.entry(functionCount()));
    }

    /**
     * The functions of that name. A generic function's instances go by the name without type arguments, or with any part
     * of them in brackets as Go prints it: {@code main.Map}, {@code main.Map[...]}, {@code main.Map[go.shape.int]}.
     */
    public List<GoFunction> functionsNamed(String name) {
        return functionNames.named(name);
    }

    public List<GoFunction> functions(Predicate<String> name) {
        return functionNames.matching(name);
    }

    /** Where the inlined copies of the function of that name begin, which may have no code of its own. */
    public List<FileAddress> inlinedCopies(String name) {
        InlinedCalls known = inlinedCalls;
        if (known == null) {
            synchronized (this) {
                known = inlinedCalls == null ? new InlinedCalls(this) : inlinedCalls;
                inlinedCalls = known;
            }
        }
        return known.of(name);
    }

    /** Hands over the names of inlined functions and of those with code of their own. */
    public void eachName(Consumer<String> to) {
        functionNames.each(to);
    }

    /**
     * The runs of instructions of a line, one for each function and each inlined call in it: the one that begins lowest.
     *
     * @param file a path, or the end of one that begins after a slash
     */
    public List<LineRun> runsOf(String file, int line) {
        return lines.runsOf(file, line);
    }

    /** The first address of each run of one line within the function, in their order. */
    public List<FileAddress> lineStarts(GoFunction function) {
        return lines.startsIn(function);
    }

    /** The source files that some function names. */
    public List<String> files(Predicate<String> path) {
        return files.matching(path);
    }

    /**
     * The funcID of wrappers; -1 where there are none. The numbers move with each release, but they are in the order of the
     * names, and those of systemstack, systemstack_switch and wrappers are the last ones (internal/abi/symtab.go).
     */
    int wrapperId() {
        if (wrapperId == 0) {
            int last = 0;
            for (GoFunction function : functionsNamed("runtime.systemstack")) {
                last = Math.max(last, function.funcId());
            }
            wrapperId = last == 0 ? -1 : last + 2;
        }
        return wrapperId;
    }

    ElfFile elf() {
        return elf;
    }

    Bytes bytes() {
        return bytes;
    }

    Layout layout() {
        return layout;
    }

    Tables tables() {
        return tables;
    }

    FunctionTable functionTable() {
        return functionTable;
    }

    FileTable files() {
        return files;
    }

    String name(int offset) {
        return names.at(tables.names() + (offset & 0xffff_ffffL));
    }

    PcValues values(long offset, long size) {
        return new PcValues(bytes, tables.pcValues() + offset, size);
    }

    /** @param list where the function's funcdata begin */
    Optional<FileAddress> funcdata(long list, int number) {
        if (layout.hasOffsets()) {
            long offset = bytes.u32(list + number * 4L);
            return offset == 0xffff_ffffL || goFunc == 0
                    ? Optional.empty()
                    : Optional.of(new FileAddress(goFunc + offset));
        }
        long address = elf.pointerAt(tables.address().plus((list + 7 & ~7L) + number * 8L));
        return address == 0 ? Optional.empty() : Optional.of(new FileAddress(address));
    }

    private long textFallback() {
        if (tables.headerText() != 0) {
            return tables.headerText();
        }
        return elf.symbol("runtime.text")
                .map(symbol -> symbol.address().value())
                .or(() -> elf.section(".text").map(section -> section.address().value()))
                .orElseThrow(() -> bytes.malformed(0, "where Go's code begins is not to be found"));
    }

    private long goFuncFallback() {
        return layout.hasOffsets()
                ? elf.symbol("go:func.*")
                        .or(() -> elf.symbol("go.func.*"))
                        .map(symbol -> symbol.address().value())
                        .orElse(0L)
                : 0;
    }
}
