package gjdbg.script.bind;

import gjdbg.goruntime.Scheduler.Machine;

/** An M of the runtime's scheduler, which is a thread: {@code SchedulerM}. */
final class MachineObject extends Bound<MachineObject> {
    private static final Shape<MachineObject> SHAPE = new Shape<MachineObject>("M")
            .property("id", self -> self.binding.js().integer(self.machine.id(), false))
            .property("threadId", self -> self.binding.js().integer(self.machine.threadId(), false))
            .property(
                    "thread",
                    self -> self.still()
                            .thread()
                            .map(each -> (Object) new ThreadObject(self.binding, each))
                            .orElse(null))
            .property(
                    "p",
                    self -> self.machine.processor().isPresent()
                            ? self.binding.js().integer(self.machine.processor().getAsLong(), false)
                            : null)
            .property(
                    "goroutine",
                    self -> SchedulerObject.goroutine(self.binding, self.still().running()))
            .property(
                    "lockedTo",
                    self -> SchedulerObject.goroutine(self.binding, self.still().lockedTo()))
            .property("spinning", self -> self.machine.spinning())
            .property("idle", self -> self.machine.idle())
            .property("blocked", self -> self.machine.blocked())
            .property("inCgo", self -> self.machine.inCgo());

    private final Machine machine;
    private final long made;

    MachineObject(Binding binding, Machine machine, long made) {
        super(SHAPE, binding);
        this.machine = machine;
        this.made = made;
    }

    private Machine still() {
        binding.requireStill(made, "target.scheduler");
        return machine;
    }

    @Override
    public String toString() {
        String does =
                machine.idle() ? "idle" : machine.spinning() ? "spinning" : machine.inCgo() ? "in cgo" : "runs none";
        return "M" + machine.id() + " (thread " + machine.threadId() + ") "
                + machine.running()
                        .map(each -> "runs goroutine " + Long.toUnsignedString(each.id()))
                        .orElse(does);
    }
}
