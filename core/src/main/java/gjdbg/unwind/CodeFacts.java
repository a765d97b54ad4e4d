package gjdbg.unwind;

import gjdbg.dwarf.frame.UnwindRow;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a module's tables say of one address, each looked up when it is first asked for. */
final class CodeFacts {
    private final LoadedModule module;
    private final FileAddress pc;
    private Optional<GoFunction> go;
    private Role role;
    private List<Position> positions;
    private boolean wrapped;
    private OptionalInt stackDelta;
    private Boolean entry;
    private Optional<UnwindRow> unwindRow;

    CodeFacts(LoadedModule module, FileAddress pc) {
        this.module = module;
        this.pc = pc;
    }

    /** Go's function there; empty for other code, also for C that Go's linker lists among its own. */
    Optional<GoFunction> go() {
        if (go == null) {
            go = module.symbols()
                    .goLineTable()
                    .flatMap(lines -> lines.functionAt(pc))
                    .filter(function -> !function.isForeign());
        }
        return go;
    }

    Role role() {
        if (role == null) {
            role = go().map(Role::of).orElse(Role.ORDINARY);
        }
        return role;
    }

    /** Innermost inlined call first; empty where no code is known. */
    List<Position> positions() {
        if (positions == null) {
            List<Position> known = module.symbols().positionsAt(pc);
            wrapped = known.stream().anyMatch(Position::wrapper);
            positions = known;
        }
        return positions;
    }

    /** Whether there are wrappers among the positions. */
    boolean wrapped() {
        positions();
        return wrapped;
    }

    OptionalInt stackDelta() {
        if (stackDelta == null) {
            stackDelta = module.symbols().stackDelta(pc);
        }
        return stackDelta;
    }

    /** Empty in Go code, and where the file has no call frame information. */
    Optional<UnwindRow> unwindRow() {
        if (unwindRow == null) {
            unwindRow = module.symbols().unwindRow(pc);
        }
        return unwindRow;
    }

    /** Whether a function begins there. */
    boolean isEntry() {
        if (entry == null) {
            entry = module.symbols()
                    .functionAt(pc)
                    .filter(function -> function.entry().equals(pc))
                    .isPresent();
        }
        return entry;
    }
}
