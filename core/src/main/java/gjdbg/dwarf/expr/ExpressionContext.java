package gjdbg.dwarf.expr;

import gjdbg.bytes.Bytes;
import gjdbg.error.Unavailable;
import java.util.Optional;

/**
 * What an expression asks of the frame, process and file that it is evaluated for. Each method may throw
 * {@link Unavailable} with the reason, and reads of memory a {@link gjdbg.error.MemoryFault}.
 */
public interface ExpressionContext {
    /** The value of a general register, in DWARF's numbering. */
    long register(int number);

    /** What DW_AT_frame_base of the function evaluates to. */
    long frameBase();

    /** The canonical frame address. */
    long cfa();

    /** An unsigned number of 1 to 8 bytes in memory. */
    long memory(long address, int size);

    /** An address of the file as one of the process. */
    long relocated(long fileAddress);

    /** An entry of the unit's part of .debug_addr, as the file has it. */
    default long indexed(long index) {
        throw new Unavailable("DW_OP_addrx", "the unit has no table of addresses");
    }

    /** The address of a thread's own variable, from its offset in the module's block. */
    default long threadLocal(long offset) {
        throw new Unavailable("", "it is a thread's own variable, and where the thread keeps those is not known here");
    }

    default long objectAddress() {
        throw new Unavailable("DW_OP_push_object_address", "no object is being looked at");
    }

    /** What the expression was worth when the function was entered, where the caller's frame tells. */
    default long entryValue(Bytes expression) {
        throw new Unavailable("", "it was optimised out: only its value at the function's entry is recorded");
    }

    /** The value in the caller of a parameter that was optimised out. */
    default long parameterReference(long dieInUnit) {
        throw new Unavailable("", "it was optimised out: only a reference to the caller's argument is recorded");
    }

    /** The DW_AT_location of another entry, for DW_OP_call; empty where it has none. */
    default Optional<Bytes> locationOf(long die, boolean inUnit) {
        throw new Unavailable("DW_OP_call", "calls of other expressions are not followed here");
    }

    /** The base type whose entry is at that offset in the unit. */
    default BaseType baseType(long dieInUnit) {
        throw new Unavailable("", "its expression names a type that is not known here");
    }
}
