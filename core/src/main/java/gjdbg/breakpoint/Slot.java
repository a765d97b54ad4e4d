package gjdbg.breakpoint;

import gjdbg.target.Address;

/**
 * A displaced instruction in the program's memory.
 *
 * @param address where it stands
 * @param original where it belongs
 * @param length of the displaced instruction in bytes; a jump is behind it
 * @param after the program's PC once the displaced instruction is done
 */
public record Slot(Address address, Address original, int length, Address after) {}
