package gjdbg.value;

import gjdbg.bytes.Bytes;
import gjdbg.error.GjdbgException;
import gjdbg.error.NotFound;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.type.Type;
import gjdbg.unwind.Frame;
import gjdbg.value.PlannedVariable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The variables of one frame, by the debugging information. */
final class DebugVariables implements Variables {
    private final Frame frame;
    private final ScopePlan plan;
    private final ValueContext context;
    private final FrameContext locations;
    private final Instantiation instantiation;
    private final ModuleDebug debug;
    private final Globals globals;
    private final CallResults callResults;
    private final Evaluation evaluation;
    private final DebugScope scope;
    private final Function<Frame, Variables> others;
    private List<DebugVariables> around;

    DebugVariables(
            Frame frame,
            ScopePlan plan,
            ModuleDebug debug,
            ValueContext context,
            Globals globals,
            Evaluation evaluation,
            Function<Frame, Variables> others) {
        this.frame = frame;
        this.plan = plan;
        this.context = context;
        this.debug = debug;
        this.globals = globals;
        this.evaluation = evaluation;
        this.others = others;
        locations = locations(0);
        instantiation = new Instantiation(frame, plan, debug.module(), locations, context);
        callResults = new CallResults(frame, plan, debug, context, instantiation);
        scope = new DebugScope(debug, context, plan.go(), frame.position().function());
    }

    /** @param depth how many callees' entry values depend on it */
    FrameContext locations(int depth) {
        return new FrameContext(
                frame, context.memory(), debug, plan.unit(), plan.frameBase(), new EntryValues(frame, others, depth));
    }

    @Override
    public List<Variable> arguments() {
        return all(plan.arguments());
    }

    @Override
    public List<Variable> locals() {
        List<Variable> variables = all(plan.locals());
        for (DebugVariables outer : around()) {
            outer.addUnless(this, outer.plan.locals(), variables);
            outer.addUnless(this, outer.plan.arguments(), variables);
        }
        return variables;
    }

    private void addUnless(DebugVariables inner, List<PlannedVariable> planned, List<Variable> variables) {
        for (PlannedVariable variable : planned) {
            boolean shadowed = inner.plan.find(variable.name()) != null
                    || variables.stream().anyMatch(each -> each.name().equals(variable.name()));
            if (!shadowed) {
                variables.add(new Variable(variable.name(), value(variable)));
            }
        }
    }

    /** What the body of a loop over a function sees of the functions around it, the innermost first; else nothing. */
    private List<DebugVariables> around() {
        if (around == null) {
            around = RangeBody.is(frame.position().function())
                    ? RangeBody.around(frame).stream()
                            .map(others)
                            .filter(DebugVariables.class::isInstance)
                            .map(DebugVariables.class::cast)
                            .toList()
                    : List.of();
        }
        return around;
    }

    private List<Variable> all(List<PlannedVariable> planned) {
        List<Variable> variables = new ArrayList<>(planned.size());
        for (PlannedVariable variable : planned) {
            variables.add(new Variable(variable.name(), value(variable)));
        }
        return variables;
    }

    @Override
    public List<Variable> results() {
        return callResults.all();
    }

    @Override
    public List<Value> deferred(Address goroutine) {
        try {
            return new Deferred(frame, debug.types(), context).of(goroutine);
        } catch (NotFound e) {
            throw new Unavailable("deferred calls", "the debugging information lacks " + e.kind() + " " + e.name());
        }
    }

    @Override
    public Optional<Value> find(String name) {
        PlannedVariable variable = plan.find(name);
        if (variable != null) {
            return Optional.of(value(variable));
        }
        for (DebugVariables outer : around()) {
            PlannedVariable seen = outer.plan.find(name);
            if (seen != null) {
                return Optional.of(outer.value(seen));
            }
        }
        return globals.find(name, frame.position().function());
    }

    @Override
    public boolean optimised() {
        return plan.go() && RecordedLocation.isOptimised(plan.function());
    }

    @Override
    public Value evaluate(String expression) {
        return evaluation.evaluate(expression, this);
    }

    @Override
    public Value assignable(String expression) {
        return evaluation.assignable(expression, this);
    }

    @Override
    public ProgramScope scope() {
        return scope;
    }

    private Value value(PlannedVariable variable) {
        if (variable.fromCfa().isPresent() && variable.entry().isEmpty()) {
            return TypedValue.inMemory(
                    variable.type(), frame.cfa().plus(variable.fromCfa().getAsLong()), context);
        }
        Type type = instantiation.of(variable.type(), variable.entry());
        TypedValue value = TypedValue.lazily(type, () -> place(variable), frame.registers(), context);
        return variable.location().copies().isEmpty()
                ? value
                : value.copiedAt(variable.location().copies(), () -> frame.cfa());
    }

    private Place place(PlannedVariable variable) {
        Optional<Bytes> location = variable.location().expression();
        if (location.isEmpty()) {
            return variable.role() == Role.RESULT
                    ? new Place.Nowhere(
                            "the compiler keeps this result in no fixed place; it is known when the function returns")
                    : new Place.Nowhere(variable.location().missing());
        }
        Place place = Placement.of(location.get(), locations);
        return variable.escaped()
                ? pointee(place, variable)
                : Placement.ofSize(variable.type().size(), place);
    }

    /** Where a variable went that was moved to the heap. */
    private Place pointee(Place pointer, PlannedVariable variable) {
        try {
            long address = new Storage(context.memory(), Optional.of(frame.registers())).word(pointer, 0, 8);
            return address == 0
                    ? new Place.Nowhere(
                            variable.name() + " lives on the heap and has not been allocated yet at this point")
                    : new Place.InMemory(new Address(address));
        } catch (Unavailable e) {
            return new Place.Nowhere(e.why());
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return new Place.Nowhere(e.getMessage());
        }
    }
}
