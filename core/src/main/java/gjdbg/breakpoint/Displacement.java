package gjdbg.breakpoint;

import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.MemoryOperand;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a slot holds for an instruction: the same at another address, then a jump to where it leads. Of a call, the push
 * of the program's own return address, which the slot holds as data: no slot's address ever gets onto a stack.
 *
 * @param code the whole slot's bytes
 * @param length of what stands before the jump
 * @param after where the jump leads
 */
record Displacement(byte[] code, int length, long after) {
    /** Room for the longest instruction and the jump. */
    static final int SLOT = 32;

    private static final int JUMP_LENGTH = 5;
    private static final byte INT3 = (byte) 0xcc;

    /** PUSH [rip + distance]: its length, and where in a slot the return address is that it pushes. */
    private static final int PUSH_LENGTH = 6;

    private static final int RETURN_ADDRESS = 16;

    /** Whether the instruction does the same at another address, once a RIP-relative operand is corrected. */
    static boolean possible(Instruction instruction) {
        boolean narrow = instruction
                .memory()
                .map(memory -> memory.ripRelative() && memory.narrow())
                .orElse(false);
        return !narrow
                && switch (instruction.flow()) {
                    case NEXT, JUMP_INDIRECT, RETURN, SYSCALL -> true;
                    case CALL_RELATIVE -> instruction.plainCall();
                    // An indirect call may depend on the stack pointer; the rest are relative, or trap with their
                    // address.
                    case CALL_INDIRECT, JUMP_RELATIVE, CONDITIONAL, LOOP, TRAP, FAR, TRANSACTION -> false;
                };
    }

    /**
     * The displacement to a slot; empty if that is out of reach of the original or of what it refers to.
     *
     * @param original the instruction's bytes
     */
    static Optional<Displacement> to(long slot, Instruction instruction, byte[] original) {
        byte[] code = new byte[SLOT];
        Arrays.fill(code, INT3);
        ByteBuffer buffer = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
        boolean call = instruction.flow() == Flow.CALL_RELATIVE;
        int length = call ? PUSH_LENGTH : instruction.length();
        long after = call ? instruction.directTarget().orElseThrow() : instruction.next();
        if (call) {
            buffer.put((byte) 0xff).put((byte) 0x35).putInt(RETURN_ADDRESS - PUSH_LENGTH);
            buffer.putLong(RETURN_ADDRESS, instruction.next());
        } else {
            buffer.put(original, 0, length);
        }
        long distance = after - (slot + length + JUMP_LENGTH);
        if (distance != (int) distance) {
            return Optional.empty();
        }
        buffer.put(length, (byte) 0xe9).putInt(length + 1, (int) distance);
        if (instruction.memory().isPresent() && instruction.memory().get().ripRelative()) {
            MemoryOperand memory = instruction.memory().get();
            long displacement = memory.displacement() + instruction.address() - slot;
            if (displacement != (int) displacement) {
                return Optional.empty();
            }
            buffer.putInt(memory.displacementOffset(), (int) displacement);
        }
        return Optional.of(new Displacement(code, length, after));
    }
}
