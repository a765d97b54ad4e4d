package gjdbg.target.amd64;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Does an instruction in the place of a stopped thread, which then stands behind it. */
public final class Emulator {
    private Emulator() {}

    /**
     * Changes registers and memory as the instruction does, RIP included.
     *
     * @throws MemoryFault when the instruction would fault; then no register has changed
     */
    public static void execute(Instruction instruction, Operation operation, Registers registers, Memory memory) {
        long next = instruction.next();
        switch (operation) {
            case Operation.Nothing nothing -> {}
            case Operation.Move move -> {
                long value = load(move.from(), move.size(), next, registers, memory);
                store(move.to(), value, move.size(), next, registers, memory);
            }
            case Operation.LoadAddress lea -> {
                // LEA takes no segment's base.
                Address address = lea.from().withoutSegment().address(registers, next);
                setRegister(lea.to(), address.value(), lea.size(), registers);
            }
            case Operation.Push push -> push(load(push.from(), 8, next, registers, memory), registers, memory);
            case Operation.Pop pop -> {
                long value = memory.u64(new Address(registers.get(Register.RSP)));
                addToStackPointer(8, registers);
                registers.set(Gpr.register(pop.to()), value);
            }
            case Operation.Leave leave -> {
                long frame = registers.get(Register.RBP);
                registers.set(Register.RBP, memory.u64(new Address(frame)));
                registers.set(Register.RSP, frame + 8);
            }
            case Operation.Compute compute -> compute(compute, next, registers, memory);
            case Operation.Transfer transfer -> {
                transfer(instruction, registers, memory);
                return;
            }
        }
        registers.set(Register.RIP, next);
    }

    private static void compute(Operation.Compute compute, long next, Registers registers, Memory memory) {
        int size = compute.size();
        long left = load(compute.left(), size, next, registers, memory);
        long right = load(compute.right(), size, next, registers, memory);
        registers.set(Register.EFLAGS, compute.how().flags(registers.get(Register.EFLAGS), left, right, size));
        if (compute.how().keepsResult()) {
            store(compute.left(), compute.how().result(left, right, size), size, next, registers, memory);
        }
    }

    private static void transfer(Instruction instruction, Registers registers, Memory memory) {
        Address target = BranchTarget.resolve(instruction, registers, memory).orElseThrow();
        if (target.value() >> 47 != target.value() >> 63) {
            // An address that is not canonical: whether that faults here or there is the processor's matter.
            throw new MemoryFault("execute", target.value(), 1);
        }
        switch (instruction.flow()) {
            // What is pushed is the program's own return address, so that unwinders and stack copies see no other.
            case CALL_RELATIVE, CALL_INDIRECT -> push(instruction.next(), registers, memory);
            case RETURN -> addToStackPointer(8L + instruction.returnBytes(), registers);
            case LOOP -> {
                if (instruction.opcode() != 0xe3) {
                    int size = instruction.has(Prefix.ADDRESS_SIZE) ? 4 : 8;
                    setRegister(Gpr.RCX, registers.get(Register.RCX) - 1, size, registers);
                }
            }
            case JUMP_RELATIVE, JUMP_INDIRECT, CONDITIONAL, NEXT, SYSCALL, TRAP, FAR, TRANSACTION -> {}
        }
        registers.set(Register.RIP, target.value());
    }

    private static void push(long value, Registers registers, Memory memory) {
        long top = registers.get(Register.RSP) - 8;
        memory.writeU64(new Address(top), value);
        registers.set(Register.RSP, top);
    }

    private static void addToStackPointer(long bytes, Registers registers) {
        registers.set(Register.RSP, registers.get(Register.RSP) + bytes);
    }

    private static long load(Operand from, int size, long next, Registers registers, Memory memory) {
        return switch (from) {
            case Operand.InRegister in -> registers.get(Gpr.register(in.number()));
            case Operand.Immediate immediate -> immediate.value();
            case Operand.InMemory in -> {
                Address address = in.at().address(registers, next);
                yield switch (size) {
                    case 1 -> memory.u8(address);
                    case 2 -> memory.u16(address);
                    case 4 -> memory.u32(address);
                    default -> memory.u64(address);
                };
            }
        };
    }

    private static void store(Operand to, long value, int size, long next, Registers registers, Memory memory) {
        switch (to) {
            case Operand.InRegister in -> setRegister(in.number(), value, size, registers);
            case Operand.InMemory in -> {
                byte[] bytes = new byte[size];
                ByteBuffer all =
                        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
                all.get(0, bytes);
                memory.write(in.at().address(registers, next), bytes);
            }
            case Operand.Immediate immediate -> throw new IllegalStateException("an immediate is never written to");
        }
    }

    /** A write of four bytes clears the upper half, a shorter one keeps what is above it. */
    private static void setRegister(int number, long value, int size, Registers registers) {
        Register register = Gpr.register(number);
        long mask = Arithmetic.mask(size);
        long kept = size >= 4 ? 0 : registers.get(register) & ~mask;
        registers.set(register, kept | value & mask);
    }
}
