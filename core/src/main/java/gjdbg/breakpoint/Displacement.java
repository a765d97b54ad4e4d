package gjdbg.breakpoint;

import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.MemoryOperand;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Makes the code of a slot: the instruction as it has to be there, then a jump to the one behind the original. */
final class Displacement {
    /** Room for the longest instruction and the jump. */
    static final int SLOT = 32;

    private static final int JUMP_LENGTH = 5;
    private static final byte INT3 = (byte) 0xcc;

    private Displacement() {}

    /** Whether the instruction does the same at another address, once a RIP-relative operand is corrected. */
    static boolean possible(Instruction instruction) {
        boolean narrow = instruction
                .memory()
                .map(memory -> memory.ripRelative() && memory.narrow())
                .orElse(false);
        return !narrow
                && switch (instruction.flow()) {
                    case NEXT, JUMP_INDIRECT, RETURN, SYSCALL -> true;
                    // A call would leave the slot's address on the stack; the rest are relative, or trap with their
                    // address.
                    case CALL_RELATIVE, CALL_INDIRECT, JUMP_RELATIVE, CONDITIONAL, LOOP, TRAP, FAR, TRANSACTION ->
                        false;
                };
    }

    /** The slot's bytes, if it is within reach of the original and of what that refers to. */
    static Optional<byte[]> code(Instruction instruction, byte[] original, long slot) {
        long back = instruction.next() - (slot + instruction.length() + JUMP_LENGTH);
        if (back != (int) back) {
            return Optional.empty();
        }
        byte[] bytes = new byte[SLOT];
        Arrays.fill(bytes, INT3);
        System.arraycopy(original, 0, bytes, 0, instruction.length());
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (instruction.memory().isPresent() && instruction.memory().get().ripRelative()) {
            MemoryOperand memory = instruction.memory().get();
            long displacement = memory.displacement() + instruction.address() - slot;
            if (displacement != (int) displacement) {
                return Optional.empty();
            }
            buffer.putInt(memory.displacementOffset(), (int) displacement);
        }
        buffer.put(instruction.length(), (byte) 0xe9).putInt(instruction.length() + 1, (int) back);
        return Optional.of(bytes);
    }
}
