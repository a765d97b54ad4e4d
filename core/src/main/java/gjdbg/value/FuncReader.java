package gjdbg.value;

import gjdbg.error.Unavailable;
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
                    value.context());
        }
        Address closure = new Address(value.word(0, 8));
        return closure.value() == 0
                ? new Reading.Nil()
                : at(value.context().memory().pointer(closure), value.context());
    }

    static Reading at(Address entry, ValueContext context) {
        Optional<LoadedModule> module = context.program().moduleAt(entry);
        if (module.isEmpty()) {
            return new Reading.Func(entry, "", "", 0);
        }
        List<Position> positions =
                module.get().symbols().positionsAt(module.get().toFile(entry));
        if (positions.isEmpty()) {
            String name = module.get()
                    .symbols()
                    .functionAt(module.get().toFile(entry))
                    .map(function -> function.name())
                    .orElse("");
            return new Reading.Func(entry, name, "", 0);
        }
        Position position = positions.getLast();
        return new Reading.Func(entry, position.function(), position.file(), position.line());
    }
}
