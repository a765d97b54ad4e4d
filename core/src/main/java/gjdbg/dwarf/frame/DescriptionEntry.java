package gjdbg.dwarf.frame;

import gjdbg.bytes.Bytes;

/**
 * A frame description entry (DWARF 5, section 6.4.1): the rules of one range of code.
 *
 * @param start the first address of the code, in the file
 * @param end the first one after it
 */
record DescriptionEntry(CommonEntry common, long start, long end, Bytes instructions) {
    boolean contains(long pc) {
        return Long.compareUnsigned(pc, start) >= 0 && Long.compareUnsigned(pc, end) < 0;
    }
}
