package gjdbg.script.bind;

import gjdbg.error.Unavailable;
import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.Goroutines;
import gjdbg.goruntime.StackGroups;
import gjdbg.unwind.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * For gjdbg's own modules: walks the stacks of all goroutines without a step into JavaScript for each.
 * {@code groups(mostFrames)} gives {@code { goroutines, unreadable, groups: [{ cut, members }] }}, members being the bytes of
 * 32-bit numbers in the list of goroutines.
 */
public final class StackGroupsFunction implements ProxyExecutable {
    /** How modules find it. */
    public static final String NAME = "gjdbg.stackGroups";

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
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("cut", each.isCut());
            group.put("members", binding.js().bytes(littleEndian(each.members())));
            groups.add(binding.js().record(group));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("goroutines", new GoroutinesObject(binding, goroutines));
        all.put("unreadable", goroutines.unreadable() + stacks.unreadable().size());
        all.put("groups", binding.js().items(groups));
        return binding.js().record(all);
    }

    private Iterable<Frame> frames(GoroutineState goroutine) {
        return goroutine
                .thread()
                .map(binding.session()::frames)
                .orElseGet(() -> binding.session().frames(goroutine));
    }

    private static byte[] littleEndian(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }
}
