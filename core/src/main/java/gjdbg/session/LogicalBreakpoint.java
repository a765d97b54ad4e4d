package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.BreakpointLocation;
import gjdbg.breakpoint.Where;
import gjdbg.unwind.Frame;
import java.util.List;
import java.util.Optional;

/** A breakpoint or hook as the user set it, standing in each of its locations. */
final class LogicalBreakpoint implements Breakpoint, SiteUser {
    private final int id;
    private final Where where;
    private final Trigger trigger;
    private final BreakpointTable table;
    private List<BreakpointLocation> locations;
    private long hits;
    private boolean enabled;

    LogicalBreakpoint(int id, Where where, List<BreakpointLocation> locations, Trigger trigger, BreakpointTable table) {
        this.id = id;
        this.where = where;
        this.locations = List.copyOf(locations);
        this.trigger = trigger;
        this.table = table;
    }

    @Override
    public Optional<Stop> reached(Frame frame) {
        Trigger.Outcome outcome = trigger.reached(frame);
        if (outcome == Trigger.Outcome.NOT_MEANT) {
            return Optional.empty();
        }
        hits++;
        return outcome == Trigger.Outcome.STOP
                ? Optional.of(Stop.at(trigger.reason(), this, frame.thread()))
                : Optional.empty();
    }

    /** The target has executed another program, in which the breakpoint stands elsewhere or nowhere. */
    void moveTo(List<BreakpointLocation> newLocations) {
        locations = List.copyOf(newLocations);
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Where where() {
        return where;
    }

    @Override
    public List<BreakpointLocation> locations() {
        return locations;
    }

    @Override
    public long hits() {
        return hits;
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public void enable(boolean on) {
        if (on != enabled) {
            enabled = on;
            table.stand(this, on);
        }
    }

    @Override
    public String mechanism() {
        return trigger.mechanism();
    }

    @Override
    public void remove() {
        enable(false);
        trigger.removed();
        table.forget(this);
    }
}
