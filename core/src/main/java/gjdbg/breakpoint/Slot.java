package gjdbg.breakpoint;

import gjdbg.target.Address;

/**
 * A displaced instruction in the program's memory.
 *
 * @param address where it stands
 * @param original where it belongs
 * @param length of the instruction in bytes
 */
public record Slot(Address address, Address original, int length) {}
