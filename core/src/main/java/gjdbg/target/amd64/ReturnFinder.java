package gjdbg.target.amd64;

import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.List;

/** Finds where a function ends. */
public final class ReturnFinder {
    private ReturnFinder() {}

    /**
     * @param returns the addresses of all RET instructions
     * @param tailJumps jumps, conditional ones too, to outside the function
     */
    public record Exits(List<Address> returns, List<Instruction> tailJumps) {}

    /** The exits of the function whose code, the whole of it, stands at pc. A jump through a register or memory is none. */
    public static Exits exits(byte[] code, Address pc) {
        List<Address> returns = new ArrayList<>();
        List<Instruction> jumps = new ArrayList<>();
        CallFinder.each(code, pc.value(), instruction -> {
            if (instruction.flow() == Flow.RETURN) {
                returns.add(new Address(instruction.address()));
            } else if (leaves(instruction, pc.value(), code.length)) {
                jumps.add(instruction);
            }
        });
        return new Exits(List.copyOf(returns), List.copyOf(jumps));
    }

    private static boolean leaves(Instruction instruction, long start, int length) {
        return switch (instruction.flow()) {
            case JUMP_RELATIVE, CONDITIONAL ->
                Long.compareUnsigned(instruction.directTarget().orElseThrow() - start, length) >= 0;
            case NEXT, CALL_RELATIVE, CALL_INDIRECT, JUMP_INDIRECT, LOOP, RETURN, SYSCALL, TRAP, FAR, TRANSACTION ->
                false;
        };
    }
}
