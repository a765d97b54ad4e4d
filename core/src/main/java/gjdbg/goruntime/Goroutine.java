package gjdbg.goruntime;

import gjdbg.target.Address;

/**
 * A goroutine as it stands.
 *
 * @param id goid, as the program's own stack traces print it
 * @param descriptor the address of its runtime.g
 * @param stackHigh the first address after its stack; distances from here survive a move of the stack
 */
public record Goroutine(long id, Address descriptor, Address stackLow, Address stackHigh) {}
