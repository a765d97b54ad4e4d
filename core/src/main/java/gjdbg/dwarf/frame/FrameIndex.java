package gjdbg.dwarf.frame;

import java.util.OptionalLong;

/** Where in a section the entry for an address may be. */
interface FrameIndex {
    /** The offset of the one entry that can hold the PC; empty where none does. */
    OptionalLong entryFor(long pc);
}
