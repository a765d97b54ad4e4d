package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import gjdbg.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What func values have captured. A func value points at a struct of the code's address and the captured variables, by
 * value or as a pointer (cmd/compile, closure.go); from Go 1.23 on DW_AT_go_closure_offset tells which is where, and before
 * that the code does.
 */
public final class Closures {
    /** What the compiler's wrapper of a method value {@code x.Method} is called. */
    private static final String METHOD_VALUE = "-fm";

    /** Larger ones, and some structs and arrays, the code leaves in the closure (cmd/compile, ssa.CanSSA). */
    private static final int LARGEST_COPIED = 16;

    /** Behind the code's address. */
    private static final int FIRST = 8;

    private final Function<LoadedModule, Optional<ModuleDebug>> debug;

    Closures(Function<LoadedModule, Optional<ModuleDebug>> debug) {
        this.debug = Objects.requireNonNull(debug);
    }

    /**
     * @param closure the struct that the func value points at
     * @param function the name of the code
     * @throws Unavailable when the debug information does not tell
     */
    List<Variable> captured(Address closure, Address entry, String function, ValueContext context) {
        LoadedModule module = context.program()
                .moduleAt(entry)
                .orElseThrow(() -> new Unavailable("what it has captured", "no file is known for its code"));
        ModuleDebug known = debug.apply(module)
                .orElseThrow(
                        () -> new Unavailable("what it has captured", "the file of its code has no debug information"));
        if (function.endsWith(METHOD_VALUE)) {
            Type receiver = receiver(function.substring(0, function.length() - METHOD_VALUE.length()), known);
            return List.of(new Variable("receiver", TypedValue.inMemory(receiver, closure.plus(FIRST), context)));
        }
        if (context.program().moduleAt(closure).isPresent()) {
            // one without captured variables is a constant of the program
            return List.of();
        }
        Die die = known.dwarf()
                .functionAt(module.toFile(entry))
                .orElseThrow(() ->
                        new Unavailable("what it has captured", "the debug information does not cover " + function));
        ContextLoads loads = new ContextLoads(module, module.toFile(entry));
        List<Variable> variables = new ArrayList<>();
        if (context.program().isGoAtLeast(23)) {
            collect(die, loads, closure, known, context, variables);
        } else {
            byCode(die, loads, line(module, entry), closure, known, context, variables);
            if (variables.isEmpty()) {
                throw new Unavailable(
                        "what it has captured",
                        "compilers before Go 1.23 do not record where in the closure it is; in a frame of " + function
                                + " it is among the locals");
            }
        }
        // of a generic function's closure, the compiler's own
        variables.removeIf(variable -> variable.name().equals(ShapeTypes.DICTIONARY));
        return List.copyOf(variables);
    }

    private static void collect(
            Die scope,
            ContextLoads loads,
            Address closure,
            ModuleDebug known,
            ValueContext context,
            List<Variable> variables) {
        scope.forEachChild(child -> {
            OptionalLong offset = child.tag() == DwTag.VARIABLE
                    ? child.holder(DwAt.GO_CLOSURE_OFFSET)
                            .map(holder -> holder.number(DwAt.GO_CLOSURE_OFFSET))
                            .orElse(OptionalLong.empty())
                    : OptionalLong.empty();
            if (offset.isPresent()) {
                variables.add(recorded(child, loads, closure.plus(offset.getAsLong()), known, context));
            }
            return true;
        });
    }

    /**
     * The compiler records x and &x alike where the closure has the address of x and where it has x itself, because that is too
     * large for the code to copy.
     */
    private static Variable recorded(
            Die die, ContextLoads loads, Address place, ModuleDebug known, ValueContext context) {
        String name = name(die);
        Type type = type(die, known);
        Type pointee = type.element().orElse(type);
        boolean parts = pointee.kind() == TypeKind.ARRAY || pointee.kind() == TypeKind.STRUCT;
        if (!name.startsWith("&") || pointee.size() <= LARGEST_COPIED && !parts) {
            return variable(die, place, known, context);
        }
        return loads.of(die)
                .map(part ->
                        part.itself() ? inClosure(die, place, known, context) : variable(die, place, known, context))
                .orElseGet(() -> new Variable(
                        name.substring(1),
                        new ComputedValue(
                                pointee,
                                new Reading.Unreadable(
                                        "the compiler did not record whether the closure has it or its address"))));
    }

    /** @param line of the code's first instruction: what it has captured was declared before it */
    private static void byCode(
            Die scope,
            ContextLoads loads,
            long line,
            Address closure,
            ModuleDebug known,
            ValueContext context,
            List<Variable> variables) {
        scope.forEachChild(child -> {
            long declared = child.number(DwAt.DECL_LINE).orElse(0);
            if (declared > 0 && declared <= line) {
                loads.of(child)
                        .ifPresent(part -> variables.add(
                                part.itself()
                                        ? inClosure(child, closure.plus(part.offset()), known, context)
                                        : variable(child, closure.plus(part.offset()), known, context)));
            }
            return true;
        });
    }

    private static long line(LoadedModule module, Address entry) {
        List<Position> positions = module.symbols().positionsAt(module.toFile(entry));
        return positions.isEmpty() ? 0 : positions.getLast().line();
    }

    /** A variable of which the code keeps the address: a large one, which stands in the closure itself. */
    private static Variable inClosure(Die die, Address place, ModuleDebug known, ValueContext context) {
        String name = name(die);
        Type type = type(die, known);
        boolean pointer = name.startsWith("&");
        return new Variable(
                pointer ? name.substring(1) : name,
                TypedValue.inMemory(pointer ? type.element().orElse(type) : type, place, context));
    }

    private static Variable variable(Die die, Address place, ModuleDebug known, ValueContext context) {
        String name = name(die);
        Type type = type(die, known);
        TypedValue held = TypedValue.inMemory(type, place, context);
        if (name.startsWith("&")) {
            return new Variable(
                    name.substring(1), held.dereferenced(type.element().orElse(type)));
        }
        return new Variable(name, held);
    }

    private static String name(Die die) {
        return die.holder(DwAt.NAME).flatMap(Die::name).orElse("");
    }

    private static Type type(Die die, ModuleDebug known) {
        return die.holder(DwAt.TYPE)
                .flatMap(holder -> known.typeReader().typeOf(holder))
                .orElseThrow(() -> new Unavailable(name(die), "its type is not recorded"));
    }

    /** The type whose method it is: {@code main.(*T).M} or {@code main.T.M}. */
    private static Type receiver(String method, ModuleDebug known) {
        String owner = method.substring(0, Math.max(0, method.lastIndexOf('.')));
        int pointer = owner.indexOf("(*");
        String name = pointer < 0
                ? owner
                : owner.substring(0, pointer) + owner.substring(pointer + 2).replace(")", "");
        try {
            Type type = known.types().get(name);
            return pointer < 0 ? type : DerivedType.pointerTo(type);
        } catch (NotFound e) {
            throw new Unavailable("the receiver of " + method, "the debug information has no type " + name);
        }
    }
}
