package gjdbg.value;

/**
 * A slot of the stack that has the same bytes as a part of a value.
 *
 * @param offset of the part in the value, in bytes
 * @param size of the part in bytes
 * @param fromCfa where the slot is, in bytes from the CFA
 */
record StoredCopy(long offset, long size, long fromCfa) {}
