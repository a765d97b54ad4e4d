package gjdbg.target.amd64;

import gjdbg.target.amd64.Operand.Immediate;
import gjdbg.target.amd64.Operand.InMemory;
import gjdbg.target.amd64.Operand.InRegister;
import java.util.Objects;
import java.util.Optional;

/** Finds what an instruction does. */
public final class Operations {
    private static final Arithmetic[] GROUP_1 = {
        Arithmetic.ADD, Arithmetic.OR, null, null, Arithmetic.AND, Arithmetic.SUB, Arithmetic.XOR, Arithmetic.CMP
    };

    private Operations() {}

    /** Empty for all but the simple and common instructions. */
    public static Optional<Operation> of(Instruction instruction) {
        Objects.requireNonNull(instruction);
        boolean computable = instruction.memory().map(MemoryOperand::computable).orElse(true);
        if (instruction.encoding() != Encoding.LEGACY || instruction.has(Prefix.LOCK) || !computable) {
            return Optional.empty();
        }
        return switch (instruction.flow()) {
            case NEXT ->
                switch (instruction.map()) {
                    case ONE_BYTE -> oneByte(instruction);
                    case MAP_0F -> isNop(instruction) ? Optional.of(new Operation.Nothing()) : Optional.empty();
                    case MAP_0F38, MAP_0F3A, MAP5, MAP6, XOP8, XOP9, XOPA -> Optional.empty();
                };
            // With an operand size of 16 bits, processors differ in what a transfer does.
            case CALL_RELATIVE, CALL_INDIRECT, JUMP_RELATIVE, JUMP_INDIRECT, CONDITIONAL, RETURN ->
                transfer(instruction, Prefix.OPERAND_SIZE);
            // On AMD's, a REP prefix changes the condition of LOOPNE.
            case LOOP -> transfer(instruction, Prefix.OPERAND_SIZE | Prefix.REP | Prefix.REPNE);
            case SYSCALL, TRAP, FAR, TRANSACTION -> Optional.empty();
        };
    }

    private static Optional<Operation> transfer(Instruction instruction, int without) {
        return instruction.has(without) ? Optional.empty() : Optional.of(new Operation.Transfer());
    }

    private static boolean isNop(Instruction instruction) {
        boolean endBranch = instruction.opcode() == 0x1e
                && instruction.has(Prefix.REP)
                && (instruction.modrm() == 0xfa || instruction.modrm() == 0xfb);
        return instruction.opcode() == 0x1f || endBranch;
    }

    private static Optional<Operation> oneByte(Instruction instruction) {
        int opcode = instruction.opcode();
        if (opcode < 0x40) {
            return arithmetic(instruction, GROUP_1[opcode >> 3], opcode & 7);
        }
        return switch (opcode) {
            case 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57 ->
                stack(instruction, new Operation.Push(new InRegister(instruction.opcodeRegister())));
            case 0x58, 0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f ->
                stack(instruction, new Operation.Pop(instruction.opcodeRegister()));
            case 0x68, 0x6a -> stack(instruction, new Operation.Push(new Immediate(instruction.immediate())));
            case 0x80, 0x81, 0x83 ->
                compute(
                        GROUP_1[instruction.group()],
                        rm(instruction, size(instruction)),
                        Optional.of(new Immediate(instruction.immediate())),
                        size(instruction));
            case 0x84, 0x85 -> arithmetic(instruction, Arithmetic.TEST, opcode & 1);
            case 0xa8, 0xa9 -> arithmetic(instruction, Arithmetic.TEST, 4 | opcode & 1);
            case 0xf6, 0xf7 ->
                instruction.group() > 1
                        ? Optional.empty()
                        : compute(
                                Arithmetic.TEST,
                                rm(instruction, size(instruction)),
                                Optional.of(new Immediate(instruction.immediate())),
                                size(instruction));
            case 0x88, 0x89 ->
                move(rm(instruction, size(instruction)), reg(instruction, size(instruction)), size(instruction));
            case 0x8a, 0x8b ->
                move(reg(instruction, size(instruction)), rm(instruction, size(instruction)), size(instruction));
            case 0x8d ->
                Optional.of(new Operation.LoadAddress(
                        instruction.reg(), instruction.memory().orElseThrow(), size(instruction)));
            case 0x90 -> instruction.has(Prefix.REX_B) ? Optional.empty() : Optional.of(new Operation.Nothing());
            case 0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6, 0xb7 ->
                move(
                        register(instruction, instruction.opcodeRegister(), 1),
                        Optional.of(new Immediate(instruction.immediate())),
                        1);
            case 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xbf ->
                move(
                        Optional.of(new InRegister(instruction.opcodeRegister())),
                        Optional.of(new Immediate(instruction.immediate())),
                        instruction.operandSize());
            case 0xc6, 0xc7 ->
                instruction.modrm() == 0xf8
                        ? Optional.empty()
                        : move(
                                rm(instruction, size(instruction)),
                                Optional.of(new Immediate(instruction.immediate())),
                                size(instruction));
            case 0xc9 -> stack(instruction, new Operation.Leave());
            case 0xff ->
                instruction.group() == 6
                        ? rm(instruction, 8).flatMap(from -> stack(instruction, new Operation.Push(from)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** @param form 0 to 5 as in the opcodes of ADD */
    private static Optional<Operation> arithmetic(Instruction instruction, Arithmetic how, int form) {
        int size = size(instruction);
        return switch (form) {
            case 0, 1 -> compute(how, rm(instruction, size), reg(instruction, size), size);
            case 2, 3 -> compute(how, reg(instruction, size), rm(instruction, size), size);
            case 4, 5 ->
                compute(
                        how,
                        Optional.of(new InRegister(Gpr.RAX)),
                        Optional.of(new Immediate(instruction.immediate())),
                        size);
            default -> Optional.empty();
        };
    }

    private static Optional<Operation> compute(
            Arithmetic how, Optional<Operand> left, Optional<Operand> right, int size) {
        if (how == null || left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        // A result in memory would have to be written while no other thread writes there.
        if (how.keepsResult() && left.get() instanceof InMemory) {
            return Optional.empty();
        }
        return Optional.of(new Operation.Compute(how, left.get(), right.get(), size));
    }

    private static Optional<Operation> move(Optional<Operand> to, Optional<Operand> from, int size) {
        return to.isEmpty() || from.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operation.Move(to.get(), from.get(), size));
    }

    private static Optional<Operation> stack(Instruction instruction, Operation operation) {
        return instruction.has(Prefix.OPERAND_SIZE) ? Optional.empty() : Optional.of(operation);
    }

    /** 1 for the even opcodes, which work on bytes, 83 and the like excepted. */
    private static int size(Instruction instruction) {
        return (instruction.opcode() & 1) == 0 ? 1 : instruction.operandSize();
    }

    private static Optional<Operand> reg(Instruction instruction, int size) {
        return register(instruction, instruction.reg(), size);
    }

    private static Optional<Operand> rm(Instruction instruction, int size) {
        return instruction.memory().isPresent()
                ? Optional.of(new InMemory(instruction.memory().get()))
                : register(instruction, instruction.rm(), size);
    }

    /** Empty for AH, CH, DH and BH. */
    private static Optional<Operand> register(Instruction instruction, int number, int size) {
        boolean high = size == 1 && number >= 4 && !instruction.has(Prefix.REX);
        return high ? Optional.empty() : Optional.of(new InRegister(number));
    }
}
