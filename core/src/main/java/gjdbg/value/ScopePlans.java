package gjdbg.value;

import gjdbg.elf.FileAddress;
import gjdbg.symbol.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The plans of one module, each made when a frame first stands at its PC. */
final class ScopePlans {
    private static final int LIMIT = 10_000;

    /** @param level how many inlined calls in from the physical function; 0 is that function itself */
    private record Key(long pc, int level) {}

    private final ScopePlanner planner;
    private final Map<Key, Optional<ScopePlan>> plans = new HashMap<>();
    /** What was asked for last: a breakpoint asks for one PC again and again, and frames of a recursion stand at one. */
    private Key last = new Key(0, 0);

    private Optional<ScopePlan> lastPlan;

    ScopePlans(ModuleDebug debug) {
        planner = new ScopePlanner(debug);
    }

    /**
     * Empty where the debugging information does not cover the PC.
     *
     * @param resumesAt where the frame goes on: the PC itself, or in a caller the instruction after the call
     */
    synchronized Optional<ScopePlan> at(FileAddress pc, FileAddress resumesAt, int level, Position position) {
        if (lastPlan != null && last.pc == pc.value() && last.level == level) {
            return lastPlan;
        }
        Key key = new Key(pc.value(), level);
        Optional<ScopePlan> plan = plans.get(key);
        if (plan == null) {
            if (plans.size() >= LIMIT) {
                plans.clear();
            }
            plan = planner.plan(pc, resumesAt, level, position);
            plans.put(key, plan);
        }
        last = key;
        lastPlan = plan;
        return plan;
    }
}
