package gjdbg.target.amd64;

/** What an emulated operation reads or writes. */
public sealed interface Operand {
    /** @param number of a general register, see {@link Gpr} */
    record InRegister(int number) implements Operand {}

    record InMemory(MemoryOperand at) implements Operand {}

    record Immediate(long value) implements Operand {}
}
