package gjdbg.breakpoint;

import gjdbg.target.Address;

/** One of the places in which a breakpoint stands; file is "" and line 0 where unknown. */
public record BreakpointLocation(Address address, String function, String file, int line) {}
