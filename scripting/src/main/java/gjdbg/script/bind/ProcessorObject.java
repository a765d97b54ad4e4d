package gjdbg.script.bind;

import gjdbg.goruntime.Scheduler.PendingTimer;
import gjdbg.goruntime.Scheduler.Processor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** A P of the runtime's scheduler: {@code SchedulerP}. */
final class ProcessorObject extends Bound<ProcessorObject> {
    private static final double NANOSECONDS = 1e6;

    private static final Shape<ProcessorObject> SHAPE = new Shape<ProcessorObject>("P")
            .property("id", self -> self.processor.id())
            .property("status", self -> self.processor.status().toString())
            .property("schedtick", self -> (double) self.processor.schedTick())
            .property("syscalltick", self -> (double) self.processor.syscallTick())
            .property("m", self -> self.number(self.processor.machine()))
            .property(
                    "goroutine",
                    self -> SchedulerObject.goroutine(self.binding, self.still().running()))
            .property(
                    "runNext",
                    self -> SchedulerObject.goroutine(self.binding, self.still().runNext()))
            .property(
                    "runQueue",
                    self -> SchedulerObject.goroutines(
                            self.binding, self.still().queue()))
            .property("preempted", self -> self.processor.preempted())
            .property("timers", ProcessorObject::timers);

    private final Processor processor;
    private final long made;

    ProcessorObject(Binding binding, Processor processor, long made) {
        super(SHAPE, binding);
        this.processor = processor;
        this.made = made;
    }

    private Processor still() {
        binding.requireStill(made, "target.scheduler");
        return processor;
    }

    private Object number(OptionalLong number) {
        return number.isPresent() ? binding.js().integer(number.getAsLong(), false) : null;
    }

    private Object timers() {
        return binding.js()
                .list(still().timers().get().stream().map(this::timer).toList());
    }

    private Object timer(PendingTimer timer) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("due", timer.due().isPresent() ? (Object) (timer.due().getAsLong() / NANOSECONDS) : null);
        shown.put("period", timer.period() / NANOSECONDS);
        shown.put("function", timer.function());
        shown.put("goroutine", SchedulerObject.goroutine(binding, timer.goroutine()));
        return binding.js().record(shown);
    }

    @Override
    public String toString() {
        int waiting = processor.queue().size() + (processor.runNext().isPresent() ? 1 : 0);
        return "P" + processor.id() + " " + processor.status()
                + (processor.machine().isPresent()
                        ? " on M" + processor.machine().getAsLong()
                        : "") + ", " + waiting
                + " in its queue";
    }
}
