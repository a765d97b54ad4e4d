package gjdbg.value;

import gjdbg.dwarf.Unit;
import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.symbol.LoadedModule;
import gjdbg.symbol.Program;
import gjdbg.target.Memory;
import gjdbg.target.Room;
import gjdbg.type.RuntimeTypes;
import gjdbg.type.Types;
import gjdbg.unwind.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the variables of frames of one process. What the debugging information tells of a PC is worked out once and kept.
 */
public final class VariablesFactory {
    private final Program program;
    private final Evaluation evaluation;
    private final ValueContext context;
    /** By file: a library may be mapped anew at another address, and is another module then. */
    private final Map<LoadedModule, Optional<ModuleDebug>> modules = new HashMap<>();

    /** What was asked for last, without a comparison of modules. */
    private LoadedModule lastModule;

    private Optional<ModuleDebug> lastDebug;

    /**
     * @param room for what values that are set point at
     * @param evaluation what {@link Variables#evaluate} does
     */
    public VariablesFactory(Program program, Memory memory, Room room, Evaluation evaluation) {
        this.program = Objects.requireNonNull(program);
        this.evaluation = Objects.requireNonNull(evaluation);
        RuntimeTypes types = new DebugRuntimeTypes(debug(program.main()), memory, program);
        context = new ValueContext(memory, room, program, types, new Closures(this::debug));
    }

    public ValueContext context() {
        return context;
    }

    /** Never throws for missing debugging information; what it returns then says so at each question. */
    public Variables of(Frame frame) {
        Optional<LoadedModule> module = Objects.requireNonNull(frame).module();
        if (module.isEmpty()) {
            return new NoVariables("no file is known for the code at " + frame.pc());
        }
        Optional<ModuleDebug> debug = debug(module.get());
        if (debug.isEmpty()) {
            return new NoVariables(noDebugInformation(module.get()));
        }
        Optional<ScopePlan> plan;
        try {
            plan = plan(frame, module.get(), debug.get());
        } catch (TargetGone e) {
            throw e;
        } catch (GjdbgException e) {
            return new NoVariables(e.getMessage());
        }
        if (plan.isEmpty()) {
            return new NoVariables(notCovered(frame, module.get(), debug.get()));
        }
        return new DebugVariables(
                frame, plan.get(), debug.get(), context, new Globals(debug.get(), context), evaluation, this::of);
    }

    private static Optional<ScopePlan> plan(Frame frame, LoadedModule module, ModuleDebug debug) {
        return debug.plans()
                .at(module.toFile(frame.lookupPc()), module.toFile(frame.pc()), level(frame), frame.position());
    }

    /** How many inlined calls the frame is in from its physical function. */
    private static int level(Frame frame) {
        int level = 0;
        Frame at = frame;
        while (at.position().inlined()) {
            Optional<Frame> caller = at.caller();
            if (caller.isEmpty()) {
                break;
            }
            at = caller.get();
            level++;
        }
        return level;
    }

    /** @throws Unavailable when the executable has no debugging information */
    public Globals globals() {
        return new Globals(required(), context);
    }

    /** @throws Unavailable when the executable has no debugging information */
    public Types types() {
        return required().types();
    }

    private static String notCovered(Frame frame, LoadedModule module, ModuleDebug debug) {
        return debug.dwarf()
                .unitAt(module.toFile(frame.lookupPc()))
                .flatMap(Unit::missing)
                .orElseGet(() -> "the debug information does not cover "
                        + frame.position().function() + " at " + frame.pc());
    }

    private String noDebugInformation(LoadedModule module) {
        String file = module == program.main()
                ? "the executable"
                : module.file().path().toString();
        return file + " has no debug information"
                + module.file()
                        .debugFileProblem()
                        .map(problem -> ": " + problem)
                        .orElse(" (it was built with -ldflags=-w or -s, or stripped)");
    }

    private ModuleDebug required() {
        return debug(program.main()).orElseThrow(() -> new Unavailable("", noDebugInformation(program.main())));
    }

    private Optional<ModuleDebug> debug(LoadedModule module) {
        if (module != lastModule) {
            Optional<ModuleDebug> known = modules.get(module);
            if (known == null) {
                known = module.symbols().dwarf().map(dwarf -> new ModuleDebug(module, dwarf));
                modules.put(module, known);
            }
            lastModule = module;
            lastDebug = known;
        }
        return lastDebug;
    }
}
