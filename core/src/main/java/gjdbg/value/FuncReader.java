package gjdbg.value;

import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.symbol.Function;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import java.util.List;
import java.util.Optional;

/**
 * Functions. A Go func value points at a closure, whose first word is the entry's address; what a function pointer of C
 * points at is the code itself, and its type has no size.
 */
final class FuncReader {
    private FuncReader() {}

    static Reading read(TypedValue value) {
        if (value.type().size() == 0) {
            return at(
                    value.place().inMemory().orElseThrow(() -> new Unavailable("", "a function that is not in memory")),
                    Optional.empty(),
                    value.context());
        }
        Address closure = new Address(value.word(0, 8));
        return closure.value() == 0
                ? new Reading.Nil()
                : at(value.context().memory().pointer(closure), Optional.of(closure), value.context());
    }

    static Reading at(Address entry, Optional<Address> closure, ValueContext context) {
        Position position = position(entry, context);
        Reading.Captures captures = () -> closure.isEmpty()
                ? List.of()
                : context.closures().captured(closure.get(), entry, position.function(), context);
        return new Reading.Func(entry, position.function(), position.file(), position.line(), captures);
    }

    /** Its parts are empty where they are not known. */
    private static Position position(Address entry, ValueContext context) {
        Optional<LoadedModule> module = context.program().moduleAt(entry);
        if (module.isEmpty()) {
            return new Position("", "", 0, false);
        }
        FileAddress inFile = module.get().toFile(entry);
        List<Position> positions = module.get().symbols().positionsAt(inFile);
        if (!positions.isEmpty()) {
            return positions.getLast();
        }
        String name =
                module.get().symbols().functionAt(inFile).map(Function::name).orElse("");
        return new Position(name, "", 0, false);
    }
}
