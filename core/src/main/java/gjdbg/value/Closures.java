package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.error.NotFound;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.target.Address;
import gjdbg.type.DerivedType;
import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What func values have captured. A func value points at a struct of the code's address and the captured variables, by
 * value or as a pointer (cmd/compile, closure.go); from Go 1.23 on DW_AT_go_closure_offset tells which is where.
 */
public final class Closures {
    /** What the compiler's wrapper of a method value {@code x.Method} is called. */
    private static final String METHOD_VALUE = "-fm";

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
        List<Variable> variables = new ArrayList<>();
        collect(die, closure, known, context, variables);
        if (variables.isEmpty() && !context.program().isGoAtLeast(23)) {
            throw new Unavailable(
                    "what it has captured", "compilers before Go 1.23 do not record where in the closure it is");
        }
        return List.copyOf(variables);
    }

    private static void collect(
            Die scope, Address closure, ModuleDebug known, ValueContext context, List<Variable> variables) {
        scope.forEachChild(child -> {
            OptionalLong offset = child.tag() == DwTag.VARIABLE
                    ? child.holder(DwAt.GO_CLOSURE_OFFSET)
                            .map(holder -> holder.number(DwAt.GO_CLOSURE_OFFSET))
                            .orElse(OptionalLong.empty())
                    : OptionalLong.empty();
            if (offset.isPresent()) {
                variables.add(variable(child, closure.plus(offset.getAsLong()), known, context));
            }
            return true;
        });
    }

    private static Variable variable(Die die, Address place, ModuleDebug known, ValueContext context) {
        String name = die.holder(DwAt.NAME).flatMap(Die::name).orElse("");
        Type type = die.holder(DwAt.TYPE)
                .flatMap(holder -> known.typeReader().typeOf(holder))
                .orElseThrow(() -> new Unavailable(name, "its type is not recorded"));
        TypedValue held = TypedValue.inMemory(type, place, context);
        if (name.startsWith("&")) {
            return new Variable(
                    name.substring(1), held.dereferenced(type.element().orElse(type)));
        }
        return new Variable(name, held);
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
