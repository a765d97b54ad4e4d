package gjdbg.value;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.symbol.ModuleSymbols;
import gjdbg.symbol.Position;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.MemoryOperand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The instructions of Go's functions, read for what they do with the slots of their frames. */
final class FrameCode {
    private static final int STACK_POINTER = 4;
    private static final int RETURN_ADDRESS = 8;

    private FrameCode() {}

    /** Hands over the instructions in their order, until the visitor says false or bytes are none. */
    static void walk(ModuleDebug debug, long from, long to, Predicate<Instruction> visitor) {
        ElfFile file = debug.module().file();
        FileAddress start = new FileAddress(from);
        int length = (int) Math.max(0, Math.min(to - from, file.available(start)));
        byte[] code = length == 0 ? new byte[0] : file.bytesAt(start, length).array(0, length);
        for (int at = 0; at < length; ) {
            Optional<Instruction> decoded = InstructionDecoder.decode(code, at, from + at);
            if (decoded.isEmpty() || !visitor.test(decoded.get())) {
                return;
            }
            at += decoded.get().length();
        }
    }

    /**
     * The source line of an address; 0 where that is not known.
     *
     * @param level how many inlined calls in from the physical function
     */
    static int line(ModuleSymbols symbols, FileAddress at, int level) {
        List<Position> positions = symbols.positionsAt(at);
        int index = positions.size() - 1 - level;
        return index < 0 ? 0 : positions.get(index).line();
    }

    /** Of an instruction's operand on the stack, in bytes from the CFA. */
    static OptionalLong slot(ModuleSymbols symbols, Instruction instruction) {
        Optional<MemoryOperand> memory =
                instruction.memory().filter(each -> each.base() == STACK_POINTER && each.index() == Gpr.NONE);
        OptionalInt delta =
                memory.isEmpty() ? OptionalInt.empty() : symbols.stackDelta(new FileAddress(instruction.address()));
        return delta.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(memory.get().displacement() - delta.getAsInt() - RETURN_ADDRESS);
    }
}
