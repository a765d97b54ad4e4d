package gjdbg.dwarf.expr;

import java.util.List;

/** What a location expression says of an object (DWARF 5, section 2.6). */
public sealed interface Location {
    /** @param address in the memory of the process, as the expression computed it */
    record InMemory(long address) implements Location {}

    /** @param number of the register in DWARF's numbering for the machine */
    record InRegister(int number) implements Location {}

    /** The object is in no place of the program, but its value is known; least significant byte first. */
    record Known(byte[] bytes) implements Location {}

    /**
     * A pointer whose own value was optimised out, to an object that can be described.
     *
     * @param die the offset in .debug_info of the entry that describes that object
     * @param byteOffset where in that object it points
     */
    record ImplicitPointer(long die, long byteOffset) implements Location {}

    /** The parts of an object in the order of its bits. */
    record Composite(List<Part> parts) implements Location {}

    /** The object, or this part of it, is nowhere at this PC: it was optimised out. */
    record Nowhere() implements Location {}

    /**
     * @param bits the size of the part
     * @param bitOffset where the part begins in its place, from the least significant bit
     */
    record Part(Location place, long bits, long bitOffset) {}
}
