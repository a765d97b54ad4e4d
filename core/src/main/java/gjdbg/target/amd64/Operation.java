package gjdbg.target.amd64;

/** What an instruction does, for those that {@link Emulator} can do in its place. */
public sealed interface Operation {
    record Nothing() implements Operation {}

    /** @param size 1, 2, 4 or 8 bytes */
    record Move(Operand to, Operand from, int size) implements Operation {}

    record LoadAddress(int to, MemoryOperand from, int size) implements Operation {}

    record Push(Operand from) implements Operation {}

    record Pop(int to) implements Operation {}

    /** LEAVE: RSP from RBP, then RBP off the stack. */
    record Leave() implements Operation {}

    /** The left operand is a register where the result is kept. */
    record Compute(Arithmetic how, Operand left, Operand right, int size) implements Operation {}

    /** A near call, jump, loop or return: where to is {@link BranchTarget}'s subject. */
    record Transfer() implements Operation {}

    /** Whether doing it reads or writes memory, by the instruction's flow for a transfer. */
    default boolean touchesMemory(Instruction instruction) {
        return switch (this) {
            case Nothing nothing -> false;
            case LoadAddress lea -> false;
            case Move move -> move.to() instanceof Operand.InMemory || move.from() instanceof Operand.InMemory;
            case Compute compute ->
                compute.left() instanceof Operand.InMemory || compute.right() instanceof Operand.InMemory;
            case Push push -> true;
            case Pop pop -> true;
            case Leave leave -> true;
            case Transfer transfer ->
                instruction.isCall()
                        || instruction.flow() == Flow.RETURN
                        || instruction.memory().isPresent();
        };
    }
}
