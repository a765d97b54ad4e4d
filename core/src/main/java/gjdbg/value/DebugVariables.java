package gjdbg.value;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.unwind.Frame;
import gjdbg.value.PlannedVariable.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The variables of one frame, by the debugging information. */
final class DebugVariables implements Variables {
    private final Frame frame;
    private final ScopePlan plan;
    private final ValueContext context;
    private final FrameContext locations;
    private final Globals globals;
    private final CallResults callResults;
    private final Evaluation evaluation;
    private final DebugScope scope;

    DebugVariables(
            Frame frame,
            ScopePlan plan,
            ModuleDebug debug,
            ValueContext context,
            Globals globals,
            Evaluation evaluation) {
        this.frame = frame;
        this.plan = plan;
        this.context = context;
        this.globals = globals;
        this.evaluation = evaluation;
        locations = new FrameContext(frame, context.memory(), debug, plan.unit(), plan.frameBase());
        callResults = new CallResults(frame, plan, debug, context);
        scope = new DebugScope(debug, context, plan.go(), frame.position().function());
    }

    @Override
    public List<Variable> arguments() {
        return all(plan.arguments());
    }

    @Override
    public List<Variable> locals() {
        return all(plan.locals());
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
    public Optional<Value> find(String name) {
        PlannedVariable variable = plan.find(name);
        return variable != null
                ? Optional.of(value(variable))
                : globals.find(name, frame.position().function());
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
        return TypedValue.lazily(variable.type(), () -> place(variable), frame.registers(), context);
    }

    private Place place(PlannedVariable variable) {
        if (variable.location().isEmpty()) {
            return variable.role() == Role.RESULT
                    ? new Place.Nowhere(
                            "the compiler keeps this result in no fixed place; it is known when the function returns")
                    : Placement.optimisedOut();
        }
        Place place = Placement.of(variable.location().get(), locations);
        return variable.escaped() ? pointee(place, variable) : place;
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
