package gjdbg.target.amd64;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.Optional;

/** Where an instruction that is about to run will go. */
public final class BranchTarget {
    private BranchTarget() {}

    /**
     * The address of the instruction after this one, calls entered; empty where the kernel decides (far transfers,
     * traps, transactions).
     *
     * @throws gjdbg.error.MemoryFault when the destination stands in memory that can't be read
     */
    public static Optional<Address> resolve(Instruction instruction, Registers registers, Memory memory) {
        return switch (instruction.flow()) {
            case NEXT, SYSCALL -> Optional.of(new Address(instruction.next()));
            case CALL_RELATIVE, JUMP_RELATIVE -> Optional.of(direct(instruction));
            case CALL_INDIRECT, JUMP_INDIRECT ->
                Optional.of(
                        instruction.memory().isPresent()
                                ? memory.pointer(instruction.memory().get().address(registers, instruction.next()))
                                : new Address(registers.get(Gpr.register(instruction.rm()))));
            case CONDITIONAL ->
                Optional.of(
                        holds(instruction.condition(), registers.get(Register.EFLAGS))
                                ? direct(instruction)
                                : new Address(instruction.next()));
            case LOOP ->
                Optional.of(loops(instruction, registers) ? direct(instruction) : new Address(instruction.next()));
            case RETURN -> Optional.of(memory.pointer(new Address(registers.get(Register.RSP))));
            case TRAP, FAR, TRANSACTION -> Optional.empty();
        };
    }

    /** Whether a condition (Intel SDM, volume 1, appendix B) holds: 0 to 15, odd ones negate. */
    public static boolean holds(int condition, long eflags) {
        boolean carry = (eflags & Arithmetic.CARRY) != 0;
        boolean zero = (eflags & Arithmetic.ZERO) != 0;
        boolean sign = (eflags & Arithmetic.SIGN) != 0;
        boolean overflow = (eflags & Arithmetic.OVERFLOW) != 0;
        boolean even =
                switch (condition >> 1) {
                    case 0 -> overflow;
                    case 1 -> carry;
                    case 2 -> zero;
                    case 3 -> carry || zero;
                    case 4 -> sign;
                    case 5 -> (eflags & Arithmetic.PARITY) != 0;
                    case 6 -> sign != overflow;
                    default -> zero || sign != overflow;
                };
        return even != ((condition & 1) != 0);
    }

    private static boolean loops(Instruction instruction, Registers registers) {
        long count = registers.get(Register.RCX);
        long mask = instruction.has(Prefix.ADDRESS_SIZE) ? 0xffff_ffffL : -1L;
        boolean zero = (registers.get(Register.EFLAGS) & Arithmetic.ZERO) != 0;
        boolean more = (count - 1 & mask) != 0;
        return switch (instruction.opcode()) {
            case 0xe0 -> more && !zero;
            case 0xe1 -> more && zero;
            case 0xe2 -> more;
            default -> (count & mask) == 0;
        };
    }

    private static Address direct(Instruction instruction) {
        return new Address(instruction.directTarget().orElseThrow());
    }
}
