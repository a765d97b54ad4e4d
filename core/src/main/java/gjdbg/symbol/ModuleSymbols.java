package gjdbg.symbol;

import gjdbg.dwarf.Dwarf;
import gjdbg.dwarf.frame.UnwindRow;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoLineTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What one file tells of its code, from Go's line table, DWARF and the ELF symbols together. Safe for several threads. */
public interface ModuleSymbols {
    Optional<Function> functionAt(FileAddress pc);

    /** Exactly that name, in plain or as the linker escapes it; generic instances go by their name without type arguments too. */
    List<Function> functionsNamed(String name);

    List<Function> functions(Predicate<String> name);

    /** Innermost inlined call first, the physical function last; empty where no code is known. */
    List<Position> positionsAt(FileAddress pc);

    /** Where a breakpoint on the function goes: after its prologue. */
    FileAddress afterPrologue(Function function);

    /** The first instruction of each inlined copy of the function. */
    List<FileAddress> inlinedCopies(String name);

    /**
     * Where a breakpoint on the line goes: the first statement of the line in each function, inlined copy and generic
     * instance that has code for it.
     *
     * @param file a path, or the end of one that begins after a slash
     */
    List<FileAddress> addressesOf(String file, int line);

    /** The first address of each run of instructions of a line within the function: where stepping may stop. */
    List<FileAddress> lineStarts(Function function);

    /** The source files, as the compiler recorded them. */
    List<String> files(Predicate<String> path);

    /** Bytes from the stack pointer to the return address at this PC; empty outside Go code. */
    OptionalInt stackDelta(FileAddress pc);

    /** How to get to the caller from this PC, by call frame information; empty in Go code, and where there is none. */
    Optional<UnwindRow> unwindRow(FileAddress pc);

    /** Names near to the given one, best first, at the most five. */
    List<String> closestFunctions(String name);

    /** Where the function goes on when a deferred call recovers a panic; empty where it defers nothing. */
    Optional<FileAddress> deferReturn(Function function);

    /** Go's own line table; empty for a file without Go code. */
    Optional<GoLineTable> goLineTable();

    /** The debugging information; empty where the file has none. */
    Optional<Dwarf> dwarf();
}
