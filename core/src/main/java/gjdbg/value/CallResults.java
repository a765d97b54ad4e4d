package gjdbg.value;

import gjdbg.dwarf.Die;
import gjdbg.dwarf.DwAt;
import gjdbg.dwarf.DwTag;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.abi.CallLayout;
import gjdbg.goruntime.abi.Convention;
import gjdbg.goruntime.abi.Slot;
import gjdbg.target.Registers;
import gjdbg.type.BasicType;
import gjdbg.type.Type;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What a Go function returns, where its calling convention leaves it at a RET. */
final class CallResults {
    private final Frame frame;
    private final ScopePlan plan;
    private final ModuleDebug debug;
    private final ValueContext context;
    private final Instantiation instantiation;

    CallResults(Frame frame, ScopePlan plan, ModuleDebug debug, ValueContext context, Instantiation instantiation) {
        this.frame = frame;
        this.plan = plan;
        this.debug = debug;
        this.context = context;
        this.instantiation = instantiation;
    }

    /** @throws Unavailable when the results' types or the convention are not known */
    List<Variable> all() {
        if (frame.position().inlined()) {
            throw new Unavailable("results of " + frame.position().function(), "the call is inlined and has no return");
        }
        if (frame.position().file().endsWith(".s")) {
            throw new Unavailable(
                    "results of " + frame.position().function(),
                    "it is written in assembly, which records no types of results");
        }
        if (leavesOutHeapResult()) {
            throw new Unavailable(
                    "results of " + frame.position().function(),
                    "Go 1.17 does not record a result that was moved to the heap; frame.locals has it");
        }
        if (mayLeaveOutResults()) {
            throw new Unavailable(
                    "results of " + frame.position().function(),
                    "Go 1.17 does not record all results of optimised functions; build with -gcflags=all=-N or a later Go");
        }
        List<String> names = new ArrayList<>();
        List<Type> arguments = new ArrayList<>();
        List<Type> results = new ArrayList<>();
        List<Type> real = new ArrayList<>();
        ShapeTypes shapes = new ShapeTypes(debug, plan.function());
        for (Die parameter : parameters()) {
            Type type = parameter
                    .holder(DwAt.TYPE)
                    .flatMap(holder -> debug.typeReader().typeOf(holder))
                    .orElse(BasicType.unknown("parameter of unknown type"));
            if (isResult(parameter)) {
                names.add(plainName(parameter));
                boolean escaped = parameter
                        .holder(DwAt.NAME)
                        .flatMap(Die::name)
                        .filter(name -> name.startsWith("&"))
                        .isPresent();
                Type shape = escaped ? type.element().orElse(type) : type;
                results.add(shape);
                OptionalLong entry = parameter
                        .holder(DwAt.TYPE)
                        .map(holder -> shapes.entry(holder, shape, escaped))
                        .orElse(OptionalLong.empty());
                real.add(instantiation.of(shape, entry));
            } else {
                arguments.add(type);
            }
        }
        boolean assembly = frame.position().function().endsWith(".abi0");
        CallLayout layout = CallLayout.of(arguments, results, assembly ? Convention.ABI0 : Convention.INTERNAL);
        return values(names, real, layout);
    }

    /** Go 1.17 leaves out those that the optimiser keeps in no variable; an inlinable function has them all. */
    private boolean mayLeaveOutResults() {
        String producer = plan.unit().root().string(DwAt.PRODUCER).orElse("");
        return isOf117()
                && !producer.contains(" -N")
                && plan.function().origin().isEmpty();
    }

    /** Go 1.17 has it as a variable with the name of the pointer only, as it has what a closure captured by reference. */
    private boolean leavesOutHeapResult() {
        if (!isOf117() || frame.position().function().contains(".func")) {
            return false;
        }
        List<Die> parameters = parameters();
        Set<String> names = new HashSet<>();
        parameters.forEach(each -> each.name().ifPresent(names::add));
        OptionalLong line = parameters.stream()
                .mapToLong(each -> each.number(DwAt.DECL_LINE).orElse(0))
                .min();
        boolean[] found = new boolean[1];
        plan.function().forEachChild(child -> {
            String name = child.name().orElse("");
            found[0] |= child.tag() == DwTag.VARIABLE
                    && name.startsWith("&")
                    && !names.contains(name.substring(1))
                    && (line.isEmpty() || child.number(DwAt.DECL_LINE).orElse(0) == line.getAsLong());
            return !found[0];
        });
        return found[0];
    }

    private boolean isOf117() {
        return plan.unit().root().string(DwAt.PRODUCER).orElse("").contains("go1.17");
    }

    /** Those of the abstract function where there is one: it has them all, and in the order of the source. */
    private List<Die> parameters() {
        Die function = plan.function().origin().orElse(plan.function());
        List<Die> parameters = new ArrayList<>();
        Set<String> results = new HashSet<>();
        function.forEachChild(child -> {
            // the optimiser may record a named result twice
            if (child.tag() == DwTag.FORMAL_PARAMETER && (!isResult(child) || results.add(plainName(child)))) {
                parameters.add(child);
            }
            return true;
        });
        return parameters;
    }

    private static boolean isResult(Die parameter) {
        return parameter
                .holder(DwAt.VARIABLE_PARAMETER)
                .filter(holder -> holder.flag(DwAt.VARIABLE_PARAMETER))
                .isPresent();
    }

    /** Without the sign of one that was moved to the heap; those without a name in the source have one here. */
    private static String plainName(Die parameter) {
        String name = parameter.holder(DwAt.NAME).flatMap(Die::name).orElse("");
        return name.startsWith("&") ? name.substring(1) : name;
    }

    private List<Variable> values(List<String> names, List<Type> types, CallLayout layout) {
        Registers registers = frame.registers();
        List<Variable> variables = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Place place = place(layout.results().get(i), types.get(i));
            variables.add(new Variable(names.get(i), TypedValue.of(types.get(i), place, registers, context)));
        }
        return variables;
    }

    private Place place(Slot slot, Type type) {
        return switch (slot) {
            case Slot.OnStack(long offset) -> new Place.InMemory(frame.cfa().plus(offset));
            case Slot.InRegisters(List<Slot.Part> parts) -> {
                if (parts.size() == 1 && parts.getFirst().offset() == 0) {
                    yield register(parts.getFirst());
                }
                List<Place.Piece> pieces = new ArrayList<>();
                long at = 0;
                for (Slot.Part part : parts) {
                    at = pad(pieces, at, part.offset());
                    pieces.add(new Place.Piece(register(part), part.size()));
                    at += part.size();
                }
                pad(pieces, at, type.size());
                yield new Place.Pieces(List.copyOf(pieces));
            }
        };
    }

    /** Padding has no register; its bytes mean nothing. */
    private static long pad(List<Place.Piece> pieces, long from, long to) {
        if (to > from) {
            int size = (int) (to - from);
            pieces.add(new Place.Piece(new Place.Constant(new byte[size]), size));
        }
        return Math.max(from, to);
    }

    private static Place register(Slot.Part part) {
        return part.floating()
                ? new Place.InVector(part.number())
                : new Place.InRegister(CallLayout.INTEGERS.get(part.number()));
    }
}
