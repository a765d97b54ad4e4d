package gjdbg.session;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.BreakpointLocation;
import gjdbg.breakpoint.Locator;
import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.error.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The breakpoints and hooks that the user has set. */
final class BreakpointTable {
    private final SiteBoard board;
    private final Supplier<Locator> locator;
    private final List<LogicalBreakpoint> all = new ArrayList<>();
    private int lastId;

    BreakpointTable(SiteBoard board, Supplier<Locator> locator) {
        this.board = board;
        this.locator = locator;
    }

    /** @param trigger makes what it does, given where it stands */
    Breakpoint add(Where where, Function<List<BreakpointLocation>, Trigger> trigger) {
        List<BreakpointLocation> locations = locator.get().resolve(where);
        LogicalBreakpoint breakpoint =
                new LogicalBreakpoint(lastId + 1, where, locations, trigger.apply(locations), this);
        breakpoint.enable(true);
        lastId++;
        all.add(breakpoint);
        return breakpoint;
    }

    List<Breakpoint> all() {
        return List.copyOf(all);
    }

    /** Puts it into the target, in all of its locations or, when one fails, in none; or takes it out. */
    void stand(LogicalBreakpoint breakpoint, boolean in) {
        int done = 0;
        try {
            for (BreakpointLocation location : breakpoint.locations()) {
                if (in) {
                    board.add(location.address(), breakpoint);
                } else {
                    board.remove(location.address(), breakpoint);
                }
                done++;
            }
        } catch (RuntimeException e) {
            for (BreakpointLocation location : breakpoint.locations().subList(0, in ? done : 0)) {
                board.remove(location.address(), breakpoint);
            }
            throw e;
        }
    }

    void forget(LogicalBreakpoint breakpoint) {
        all.remove(breakpoint);
    }

    /** After an exec: the sites went with the old program; each breakpoint goes where the new one has its place. */
    void moveToNewProgram() {
        for (LogicalBreakpoint breakpoint : all) {
            try {
                breakpoint.moveTo(locator.get().resolve(breakpoint.where()));
            } catch (NotFound | BadRequest e) {
                breakpoint.moveTo(List.of());
            }
            if (breakpoint.enabled()) {
                stand(breakpoint, true);
            }
        }
    }
}
