package gjdbg.gosym;

import gjdbg.elf.FileAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One function as .gopclntab describes it (runtime/runtime2.go, _func), read in place when asked. Safe for several threads.
 * Addresses outside of the function have neither line nor stack delta.
 */
public final class GoFunction {
    /** PCDATA and FUNCDATA numbers (internal/abi/symtab.go), the same in every release since 1.16. */
    public static final int PCDATA_UNSAFE_POINT = 0;

    public static final int PCDATA_STACK_MAP_INDEX = 1;
    public static final int PCDATA_INL_TREE_INDEX = 2;
    public static final int PCDATA_ARG_LIVE_INDEX = 3;
    public static final int FUNCDATA_ARGS_POINTER_MAPS = 0;
    public static final int FUNCDATA_LOCALS_POINTER_MAPS = 1;
    public static final int FUNCDATA_STACK_OBJECTS = 2;
    public static final int FUNCDATA_INL_TREE = 3;
    public static final int FUNCDATA_OPEN_CODED_DEFER_INFO = 4;
    public static final int FUNCDATA_ARG_INFO = 5;

    private static final int TOP_FRAME = 1;
    private static final int SP_WRITE = 2;
    private static final int ASM = 4;
    private static final int MOST_PCDATA = 64;

    private final GoLineTable table;
    private final int index;
    private final long entry;
    private final long end;
    private final long at;

    GoFunction(GoLineTable table, int index, long entry, long end, long at) {
        this.table = table;
        this.index = index;
        this.entry = entry;
        this.end = end;
        this.at = at;
    }

    /** Its number in the order of the addresses. */
    public int index() {
        return index;
    }

    /** The full name, as the linker has it but for escaped dots: {@code main.Map[go.shape.int]}. */
    public String name() {
        return table.name(nameOffset());
    }

    public FileAddress entry() {
        return new FileAddress(entry);
    }

    /** The entry of the next function: padding belongs to this one. */
    public FileAddress end() {
        return new FileAddress(end);
    }

    public boolean contains(FileAddress pc) {
        return pc.value() >= entry && pc.value() < end;
    }

    /** The flags as they stand there: bits TopFrame 1, SPWrite 2, Asm 4; 0 before Go 1.17. */
    public int flags() {
        return table.bytes().u8(at + layout().flagsAt());
    }

    /** Whether a stack ends at it. */
    public boolean isTopFrame() {
        return (flags() & TOP_FRAME) != 0;
    }

    /** Whether it writes an arbitrary value to SP, so that its frame can't be unwound by stack deltas. */
    public boolean isSpWrite() {
        return (flags() & SP_WRITE) != 0;
    }

    public boolean isAsm() {
        return (flags() & ASM) != 0;
    }

    /** Whether it is C that Go's linker took in: nobody made a table of its stack (cmd/link/internal/ld/pcln.go). */
    public boolean isForeign() {
        return table.bytes().u32(at + layout().pcspAt()) == 0;
    }

    /** The number of a function that the runtime treats specially, 0 for others; the numbers move between releases. */
    public int funcId() {
        return table.bytes().u8(at + layout().funcIdAt());
    }

    /** Whether the compiler made it, to adapt a call to a method or to arguments: Go leaves it out of its stack traces. */
    public boolean isWrapper() {
        int id = funcId();
        // every stack ends with one of these two, which are numbered too: spare them the search for the number
        return id != 0 && !name().equals("runtime.main") && !name().equals("runtime.goexit") && id == table.wrapperId();
    }

    /** The call of runtime.deferreturn where the function goes on after a recovered panic. */
    public Optional<FileAddress> deferReturn() {
        long offset = table.bytes().u32(at + layout().deferReturnAt());
        return offset == 0 || offset >= end - entry ? Optional.empty() : Optional.of(new FileAddress(entry + offset));
    }

    /** Bytes from SP to the return address at this PC. */
    public OptionalInt stackDelta(FileAddress pc) {
        return value(layout().pcspAt(), pc);
    }

    /** Bytes from the entry to the first instruction at which the stack pointer has moved; empty where it never does. */
    public OptionalInt firstStackChange() {
        Optional<PcValues> runs = stackRuns();
        if (runs.isEmpty() || !runs.get().next() || !runs.get().next()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) runs.get().start());
    }

    /** 0 where unknown. */
    public int line(FileAddress pc) {
        return Math.max(0, value(layout().pclnAt(), pc).orElse(0));
    }

    /** The path as the compiler recorded it; "" where unknown. */
    public String file(FileAddress pc) {
        OptionalInt number = value(layout().pcfileAt(), pc);
        return number.isPresent() ? fileNumbered(number.getAsInt()) : "";
    }

    /** The file that declares it. */
    public String file() {
        return file(entry());
    }

    /** The line of the {@code func} keyword; before Go 1.20 the line of the entry, which is the same but for assembly. */
    public int startLine() {
        return layout().hasStartLine() ? table.bytes().i32(at + layout().startLineAt()) : line(entry());
    }

    /** The value of a PCDATA table at this PC; empty where there is no such table, or no value. */
    public OptionalInt pcdata(int number, FileAddress pc) {
        long offset = pcdataOffset(number);
        return offset == 0 ? OptionalInt.empty() : seek(offset, pc);
    }

    /** The address of a FUNCDATA; empty where there is none. */
    public Optional<FileAddress> funcdata(int number) {
        if (number < 0 || number >= table.bytes().u8(at + layout().funcdataCountAt())) {
            return Optional.empty();
        }
        long list = at + layout().functionSize() + pcdataCount() * 4;
        return table.funcdata(list, number);
    }

    /** The calls that were inlined into it. */
    public InlineTree inlineTree() {
        return new InlineTree(this);
    }

    /** The runs of PCDATA_InlTreeIndex; empty where nothing is inlined. */
    Optional<PcValues> inlineRuns() {
        return runs(pcdataOffset(PCDATA_INL_TREE_INDEX));
    }

    Optional<PcValues> lineRuns() {
        return runs(table.bytes().u32(at + layout().pclnAt()));
    }

    Optional<PcValues> fileRuns() {
        return runs(table.bytes().u32(at + layout().pcfileAt()));
    }

    Optional<PcValues> stackRuns() {
        return runs(table.bytes().u32(at + layout().pcspAt()));
    }

    GoLineTable table() {
        return table;
    }

    int nameOffset() {
        return table.bytes().i32(at + layout().nameAt());
    }

    /** Where its compilation unit's file numbers begin. */
    long unit() {
        return layout().hasUnits() ? table.bytes().u32(at + layout().unitAt()) : 0;
    }

    String fileNumbered(int number) {
        return table.files().name(unit(), number);
    }

    private Optional<PcValues> runs(long offset) {
        return offset == 0 ? Optional.empty() : Optional.of(table.values(offset, end - entry));
    }

    private OptionalInt value(int field, FileAddress pc) {
        long offset = table.bytes().u32(at + field);
        return offset == 0 ? OptionalInt.empty() : seek(offset, pc);
    }

    private OptionalInt seek(long offset, FileAddress pc) {
        if (!contains(pc)) {
            return OptionalInt.empty();
        }
        PcValues values = table.values(offset, end - entry);
        return values.seek(pc.value() - entry) ? OptionalInt.of(values.value()) : OptionalInt.empty();
    }

    private long pcdataOffset(int number) {
        return number < 0 || number >= pcdataCount()
                ? 0
                : table.bytes().u32(at + layout().functionSize() + number * 4L);
    }

    private long pcdataCount() {
        long count = table.bytes().u32(at + layout().pcdataCountAt());
        if (count > MOST_PCDATA) {
            throw table.bytes().malformed(at, count + " PCDATA tables for one function");
        }
        return count;
    }

    private Layout layout() {
        return table.layout();
    }

    @Override
    public String toString() {
        return name() + " at " + entry();
    }
}
