package gjdbg.target.amd64;

import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds calls in a range of code. */
public final class CallFinder {
    private CallFinder() {}

    /** The CALL instructions of the code, which stands at pc; direct ones have a target, for others ask {@link BranchTarget}. */
    public static List<Instruction> calls(byte[] code, Address pc) {
        List<Instruction> calls = new ArrayList<>();
        each(code, pc.value(), instruction -> {
            if (instruction.isCall()) {
                calls.add(instruction);
            }
        });
        return calls;
    }

    /** Goes through code in order; a byte that starts no instruction is stepped over. */
    static void each(byte[] code, long pc, Consumer<Instruction> visitor) {
        for (int offset = 0; offset < code.length; ) {
            var decoded = InstructionDecoder.decode(code, offset, pc + offset);
            decoded.ifPresent(visitor);
            offset += decoded.map(Instruction::length).orElse(1);
        }
    }
}
