package gjdbg.goruntime.abi;

import java.util.List;

/** Where a call leaves one argument or result. */
public sealed interface Slot {
    /** Each part of the value in a register of its own, in the order of their offsets. */
    record InRegisters(List<Part> parts) implements Slot {}

    /** @param offset in bytes from the end of the return address upwards, that is from the callee's CFA */
    record OnStack(long offset) implements Slot {}

    /**
     * @param floating whether it is one of X0 to X14, else one of {@link CallLayout#INTEGERS}
     * @param number in the order of the registers of its kind
     * @param offset in the value, in bytes
     * @param size in bytes
     */
    record Part(boolean floating, int number, long offset, int size) {}
}
