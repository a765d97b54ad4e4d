package gjdbg.gosym;

import gjdbg.elf.FileAddress;

/**
 * One inlined call: the function it stands in, its number there, and its first instruction.
 */
public record InlinedCopy(GoFunction function, int call, FileAddress start) {}
