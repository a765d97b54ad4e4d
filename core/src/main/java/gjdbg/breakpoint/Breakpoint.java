package gjdbg.breakpoint;

import java.util.List;

/** A breakpoint as the user set it; it may stand in several places. */
public interface Breakpoint {
    /** Counts from 1 within a session. */
    int id();

    Where where();

    List<BreakpointLocation> locations();

    /** How often it was hit with its condition true. */
    long hits();

    boolean enabled();

    void enable(boolean on);

    /** How its condition is evaluated, and why so. */
    String mechanism();

    void remove();
}
