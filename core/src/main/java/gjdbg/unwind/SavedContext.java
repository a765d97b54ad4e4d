package gjdbg.unwind;

import gjdbg.target.Address;

/** Where a goroutine's own stack goes on, as the runtime saved it on leaving that stack. */
public record SavedContext(Address pc, Address sp, Address bp) {}
