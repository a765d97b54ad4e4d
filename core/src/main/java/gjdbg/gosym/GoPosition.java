package gjdbg.gosym;

/**
 * A function, a file and a line that a PC belongs to.
 *
 * @param function the linker's name
 * @param file "" where unknown
 * @param line 0 where unknown
 * @param inlined whether the function is inlined into the next in the list
 * @param wrapper whether the compiler made the function, and Go leaves it out of its stack traces
 */
public record GoPosition(String function, String file, int line, boolean inlined, boolean wrapper) {}
