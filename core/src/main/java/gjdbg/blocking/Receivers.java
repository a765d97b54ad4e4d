package gjdbg.blocking;

import gjdbg.target.Register;
import gjdbg.target.amd64.Arithmetic;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.MemoryOperand;
import gjdbg.target.amd64.OpcodeMap;
import gjdbg.target.amd64.Operand;
import gjdbg.target.amd64.Operation;
import gjdbg.target.amd64.Operations;
import java.util.List;
import java.util.Optional;

/** Tells where the code of a function has got a register's value from, by looking backwards from an instruction. */
final class Receivers {
    private static final int FARTHEST = 60;
    private static final int RSP = 4;
    /** TEST r/m, r (Intel SDM, volume 2): of bytes, and of words with the lowest bit. */
    private static final int TEST = 0x84;

    private final List<Instruction> code;

    Receivers(List<Instruction> code) {
        this.code = code;
    }

    /** What a register holds before that instruction; empty where that can't be told. */
    Optional<Expression> register(int before, int register) {
        // where a copy of it is on the stack: an argument comes in a register, and is put there
        Optional<Expression> copy = Optional.empty();
        for (int i = before - 1; i >= 0 && i >= before - FARTHEST; i--) {
            Instruction instruction = code.get(i);
            if (instruction.flow() != Flow.NEXT && instruction.flow() != Flow.CONDITIONAL) {
                // a call changes all registers, and after a jump the code comes from elsewhere
                return copy;
            }
            Optional<Operation> operation = Operations.of(instruction);
            if (operation.isEmpty() && mayWrite(instruction, register)) {
                return copy;
            }
            if (operation.isPresent() && copy.isEmpty()) {
                copy = copied(i, operation.get(), register);
            }
            if (operation.isPresent() && writes(operation.get(), register)) {
                return written(i, operation.get());
            }
        }
        return copy;
    }

    private static boolean mayWrite(Instruction instruction, int register) {
        boolean tests = instruction.map() == OpcodeMap.ONE_BYTE && (instruction.opcode() & 0xfe) == TEST;
        return !tests && instruction.modrm() >= 0 && (instruction.reg() == register || instruction.rm() == register);
    }

    private Optional<Expression> copied(int at, Operation operation, int register) {
        return operation instanceof Operation.Move(Operand.InMemory to, Operand.InRegister from, int size)
                        && from.number() == register
                        && to.at().base() == RSP
                        && size == 8
                ? address(at, to.at()).map(Expression.Load::new)
                : Optional.empty();
    }

    private static boolean writes(Operation operation, int register) {
        return switch (operation) {
            case Operation.Nothing nothing -> false;
            case Operation.Move move -> move.to() instanceof Operand.InRegister to && to.number() == register;
            case Operation.LoadAddress load -> load.to() == register;
            case Operation.Compute compute ->
                compute.how().keepsResult()
                        && compute.left() instanceof Operand.InRegister left
                        && left.number() == register;
            case Operation.Push push -> false;
            case Operation.Pop pop -> pop.to() == register;
            case Operation.Leave leave -> true;
            case Operation.Transfer transfer -> false;
        };
    }

    /** What the operation writes to its register. */
    private Optional<Expression> written(int at, Operation operation) {
        return switch (operation) {
            case Operation.Move move ->
                move.size() == 8 || move.from() instanceof Operand.Immediate
                        ? value(at, move.from())
                        : Optional.empty();
            case Operation.LoadAddress load -> load.size() == 8 ? address(at, load.from()) : Optional.empty();
            case Operation.Compute compute ->
                compute.how() == Arithmetic.ADD
                                && compute.left() instanceof Operand.InRegister left
                                && compute.right() instanceof Operand.Immediate(long value)
                        ? register(at, left.number()).map(of -> plus(of, value))
                        : Optional.empty();
            case Operation.Nothing nothing -> Optional.empty();
            case Operation.Push push -> Optional.empty();
            case Operation.Pop pop -> Optional.empty();
            case Operation.Leave leave -> Optional.empty();
            case Operation.Transfer transfer -> Optional.empty();
        };
    }

    private Optional<Expression> value(int at, Operand from) {
        return switch (from) {
            case Operand.InRegister in -> register(at, in.number());
            case Operand.InMemory in -> address(at, in.at()).map(Expression.Load::new);
            case Operand.Immediate constant -> Optional.of(new Expression.Constant(constant.value()));
        };
    }

    /** The address that an instruction's memory operand means. */
    Optional<Expression> address(int at, MemoryOperand operand) {
        if (operand.index() != Gpr.NONE || operand.segment() != Register.RIP || operand.narrow()) {
            return Optional.empty();
        }
        if (operand.ripRelative()) {
            return Optional.of(new Expression.Constant(code.get(at).next() + operand.displacement()));
        }
        if (operand.base() == RSP) {
            return Optional.of(new Expression.Stack(operand.displacement()));
        }
        return operand.base() == Gpr.NONE
                ? Optional.empty()
                : register(at, operand.base()).map(of -> plus(of, operand.displacement()));
    }

    /** The simplest form, so that equal addresses are equal. */
    static Expression plus(Expression of, long offset) {
        return switch (of) {
            case Expression.Constant constant -> new Expression.Constant(constant.value() + offset);
            case Expression.Stack stack -> new Expression.Stack(stack.offset() + offset);
            case Expression.Plus plus -> plus(plus.of(), plus.offset() + offset);
            case Expression.Load load -> offset == 0 ? load : new Expression.Plus(load, offset);
        };
    }
}
