package gjdbg.gosym;

import gjdbg.elf.FileAddress;

/**
 * Where instructions of a line begin.
 *
 * @param inlinedCall the number of the inlined call that they belong to; -1 for the function's own code
 */
public record LineRun(GoFunction function, int inlinedCall, FileAddress start) {}
