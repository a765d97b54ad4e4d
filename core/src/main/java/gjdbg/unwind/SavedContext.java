package gjdbg.unwind;

import gjdbg.target.Address;

/**
 * Where a stack goes on, as the runtime saved it on leaving that stack.
 *
 * @param pc a return address
 * @param sp the stack pointer after that return
 * @param bp 0 where it was not saved
 */
public record SavedContext(Address pc, Address sp, Address bp) {}
