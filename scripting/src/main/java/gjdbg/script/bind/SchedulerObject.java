package gjdbg.script.bind;

import gjdbg.goruntime.GoroutineState;
import gjdbg.goruntime.Scheduler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runtime's scheduler as it was when it was asked for: {@code target.scheduler}. */
final class SchedulerObject extends Bound<SchedulerObject> {
    private static final Shape<SchedulerObject> SHAPE = new Shape<SchedulerObject>("scheduler")
            .property("gomaxprocs", self -> self.scheduler.gomaxprocs())
            .property(
                    "ps",
                    self -> self.binding
                            .js()
                            .list(self.scheduler.processors().stream()
                                    .map(each -> new ProcessorObject(self.binding, each, self.made))
                                    .toList()))
            .property(
                    "ms",
                    self -> self.binding
                            .js()
                            .list(self.scheduler.machines().stream()
                                    .map(each -> new MachineObject(self.binding, each, self.made))
                                    .toList()))
            .property("globalQueue", self -> {
                self.binding.requireStill(self.made, "target.scheduler");
                return goroutines(self.binding, self.scheduler.globalQueue());
            })
            .property("spinning", self -> self.scheduler.spinning())
            .property("gc", SchedulerObject::collector);

    private final Scheduler scheduler;
    private final long made;

    SchedulerObject(Binding binding, Scheduler scheduler) {
        super(SHAPE, binding);
        this.scheduler = scheduler;
        made = binding.moment();
    }

    static Object goroutines(Binding binding, List<GoroutineState> states) {
        return binding.js()
                .list(states.stream()
                        .map(each -> GoroutineObject.of(binding, each))
                        .toList());
    }

    static Object goroutine(Binding binding, Optional<GoroutineState> state) {
        return state.map(each -> (Object) GoroutineObject.of(binding, each)).orElse(null);
    }

    private Object collector() {
        Map<String, Object> collector = new LinkedHashMap<>();
        collector.put("phase", scheduler.collector().phase());
        collector.put("stopsTheWorld", scheduler.collector().stopsTheWorld());
        collector.put("stillRunning", scheduler.collector().stillRunning());
        collector.put("cycles", (double) scheduler.collector().cycles());
        return binding.js().record(collector);
    }

    @Override
    public String toString() {
        return "scheduler of GOMAXPROCS " + scheduler.gomaxprocs() + " with "
                + scheduler.machines().size() + " threads, "
                + scheduler.globalQueue().size() + " goroutines in the global queue, collector "
                + scheduler.collector().phase();
    }
}
