package gjdbg.script.bind;

import gjdbg.error.GjdbgException;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.Goroutines;
import gjdbg.goruntime.StackGroups;
import gjdbg.unwind.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * For gjdbg's own modules: walks the stacks of all goroutines without a step into JavaScript for each.
 * {@code groups(mostFrames)} gives {@code { goroutines, unreadable, groups: [{ cut, count, goroutine, members }] }}: of a
 * group, {@code goroutine(i)} gives one of its goroutines, and {@code members(from, to)} of each of some of them id, parentId,
 * waitingSince, waitingOn, labels (null for none) and why one of these can't be read by turns.
 */
public final class StackGroupsFunction implements ProxyExecutable {
    /** How modules find it. */
    public static final String NAME = "gjdbg.stackGroups";

    private static final List<Function<GoroutineObject, Object>> MEMBERS = List.of(
            member -> member.read("id"),
            member -> member.read("parentId"),
            member -> member.read("waitingSince"),
            member -> member.read("waitingOn"),
            GoroutineObject::labelsOrNull);

    private final Binding binding;

    public StackGroupsFunction(Binding binding) {
        this.binding = binding;
    }

    @Override
    public Object execute(Value... arguments) {
        return binding.guarded(() -> groups(arguments[0].asInt()));
    }

    private Object groups(int mostFrames) {
        Goroutines goroutines = binding.session()
                .goRuntime()
                .orElseThrow(() -> new Unavailable("goroutines", "the program is not Go's"))
                .goroutines();
        StackGroups stacks = new StackGroups(this::frames, mostFrames).add(goroutines);
        List<Object> groups = new ArrayList<>();
        for (StackGroups.Group each : stacks.groups()) {
            int[] members = each.members();
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("cut", each.isCut());
            group.put("count", members.length);
            group.put("goroutine", (ProxyExecutable) which ->
                    binding.guarded(() -> goroutine(goroutines, members[which[0].asInt()])));
            group.put("members", (ProxyExecutable)
                    range -> binding.guarded(() -> members(goroutines, members, range[0].asInt(), range[1].asInt())));
            groups.add(binding.js().record(group));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("count", goroutines.size());
        all.put("unreadable", goroutines.unreadable() + stacks.unreadable().size());
        all.put("groups", binding.js().items(groups));
        return binding.js().record(all);
    }

    private Object goroutine(Goroutines goroutines, int index) {
        return GoroutineObject.of(binding, goroutines.get(index));
    }

    private Object members(Goroutines goroutines, int[] indexes, int from, int to) {
        List<Object> parts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            GoroutineObject member = GoroutineObject.of(binding, goroutines.get(indexes[i]));
            addTo(parts, member);
        }
        return binding.js().items(parts);
    }

    private static void addTo(List<Object> parts, GoroutineObject member) {
        String problem = null;
        for (Function<GoroutineObject, Object> each : MEMBERS) {
            Object part = null;
            try {
                part = each.apply(member);
            } catch (TargetGone e) {
                throw e;
            } catch (GjdbgException e) {
                problem = e.getMessage();
            }
            parts.add(part);
        }
        parts.add(problem);
    }

    private Iterable<Frame> frames(GoroutineState goroutine) {
        return goroutine
                .thread()
                .map(binding.session()::frames)
                .orElseGet(() -> binding.session().frames(goroutine));
    }
}
