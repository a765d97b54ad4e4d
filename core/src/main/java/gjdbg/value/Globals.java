package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.dwarf.Die;
import gjdbg.dwarf.expr.ExpressionContext;
import gjdbg.dwarf.list.Locations;
import gjdbg.elf.FileAddress;
import gjdbg.error.Unavailable;
import gjdbg.gosym.PackagePaths;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The package variables of one module by their names, {@code main.counter}; C's by theirs. */
public final class Globals {
    private final ModuleDebug debug;
    private final ValueContext context;

    Globals(ModuleDebug debug, ValueContext context) {
        this.debug = debug;
        this.context = context;
    }

    /** All the names, in the order of the debugging information. */
    public List<String> names() {
        return new ArrayList<>(debug.names().variables().keySet());
    }

    public Optional<Value> find(String name) {
        Long offset = debug.names().variables().get(PackagePaths.plain(name));
        return offset == null
                ? Optional.empty()
                : Optional.of(value(debug.dwarf().die(offset)));
    }

    /** A name as it is meant within a function: of its own package first; {@code http.X} may be {@code net/http.X}. */
    Optional<Value> find(String name, String function) {
        if (name.indexOf('.') < 0) {
            String own = debug.shortNames().packageOf(function);
            if (!own.isEmpty()) {
                Optional<Value> variable = find(own + "." + name);
                if (variable.isPresent()) {
                    return variable;
                }
            }
        }
        Optional<Value> exact = find(name);
        return exact.isPresent() || name.indexOf('.') < 0
                ? exact
                : debug.shortNames().variable(name).flatMap(this::find);
    }

    private Value value(Die die) {
        Type type = debug.typeReader().typeOf(die).orElse(BasicType.unknown("variable of unknown type"));
        Optional<Bytes> location = Locations.at(die, new FileAddress(0));
        Place place = location.isEmpty() ? Placement.optimisedOut() : Placement.of(location.get(), new Static(die));
        return place instanceof Place.InMemory(var address)
                ? TypedValue.inMemory(type, address, context)
                : TypedValue.nowhere(type, place, context);
    }

    /** Package variables stand at fixed addresses: their expressions ask for no frame. */
    private final class Static implements ExpressionContext {
        private final Die die;

        Static(Die die) {
            this.die = die;
        }

        @Override
        public long register(int number) {
            throw needsFrame();
        }

        @Override
        public long frameBase() {
            throw needsFrame();
        }

        @Override
        public long cfa() {
            throw needsFrame();
        }

        private Unavailable needsFrame() {
            return new Unavailable("", "its place depends on a frame");
        }

        @Override
        public long memory(long address, int size) {
            throw needsFrame();
        }

        @Override
        public long relocated(long fileAddress) {
            return debug.module().toMemory(new FileAddress(fileAddress)).value();
        }

        @Override
        public long indexed(long index) {
            return die.unit().indexedAddress(index);
        }
    }
}
