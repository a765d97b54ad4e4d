package gjdbg.breakpoint;

import gjdbg.target.Address;

/** Where a thread whose PC is in a slot stands in terms of the program's own code. */
public sealed interface SlotPosition {
    /** The PC that the program would have. */
    Address original();

    /** Before the instruction, or within a repeated one. Moved to the original, the thread would hit its breakpoint again. */
    record NotStarted(Address original) implements SlotPosition {}

    /** Behind the instruction: the thread can be moved to the original without harm. */
    record Done(Address original) implements SlotPosition {}
}
