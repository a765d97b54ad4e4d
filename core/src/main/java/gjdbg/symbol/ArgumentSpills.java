package gjdbg.symbol;

import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;
import gjdbg.target.amd64.Encoding;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.OpcodeMap;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a Go function has stored its register arguments in the slots that its caller keeps for them. Code that is not
 * optimised finds its arguments only there, and its DWARF says so from the entry on, so a breakpoint belongs after them.
 */
final class ArgumentSpills {
    /** Nine integer and fifteen floating-point registers, and what frame set-up is left. */
    private static final int MOST = 32;

    private static final int RSP = 4;

    private final byte[] code;
    private final GoFunction function;

    private ArgumentSpills(ElfFile elf, GoFunction function) {
        int size = (int) (function.end().value() - function.entry().value());
        this.code = elf.bytesAt(function.entry(), size).array(0, size);
        this.function = function;
    }

    /**
     * The first instruction after the stores that follow the prologue; the end of the prologue itself where there are none,
     * or where a loop would come back to that instruction.
     */
    static FileAddress after(ElfFile elf, GoFunction function, FileAddress prologueEnd) {
        return new ArgumentSpills(elf, function).after(prologueEnd);
    }

    private FileAddress after(FileAddress prologueEnd) {
        long start = function.entry().value();
        long at = prologueEnd.value();
        long afterLastStore = at;
        for (int i = 0; i < MOST; i++) {
            Optional<Instruction> decoded = InstructionDecoder.decode(code, (int) (at - start), at);
            if (decoded.isEmpty() || decoded.get().flow() != Flow.NEXT) {
                break;
            }
            Instruction instruction = decoded.get();
            if (isArgumentStore(instruction)) {
                afterLastStore = instruction.next();
            } else if (!isFrameSetUp(instruction)) {
                break;
            }
            at = instruction.next();
        }
        boolean moved = afterLastStore != prologueEnd.value();
        return moved && !isJumpedTo(afterLastStore) ? new FileAddress(afterLastStore) : prologueEnd;
    }

    /** A store of a register above the return address. */
    private boolean isArgumentStore(Instruction instruction) {
        boolean store = instruction.encoding() == Encoding.LEGACY
                && (instruction.map() == OpcodeMap.ONE_BYTE && (instruction.opcode() & 0xfe) == 0x88
                        || instruction.map() == OpcodeMap.MAP_0F && instruction.opcode() == 0x11);
        OptionalInt delta = function.stackDelta(new FileAddress(instruction.address()));
        return store
                && delta.isPresent()
                && isBySp(instruction)
                && instruction.memory().get().displacement() > delta.getAsInt();
    }

    /** sub or add rsp, constant; mov rbp, rsp; mov [rsp+x], rbp; lea rbp, [rsp+x]. */
    private static boolean isFrameSetUp(Instruction instruction) {
        if (instruction.encoding() != Encoding.LEGACY || instruction.map() != OpcodeMap.ONE_BYTE) {
            return false;
        }
        return switch (instruction.opcode()) {
            case 0x81, 0x83 -> instruction.rm() == RSP;
            case 0x89 ->
                instruction.reg() == RSP && instruction.rm() == RSP + 1
                        || instruction.reg() == RSP + 1 && isBySp(instruction);
            case 0x8d -> instruction.reg() == RSP + 1 && isBySp(instruction);
            default -> false;
        };
    }

    private static boolean isBySp(Instruction instruction) {
        return instruction
                .memory()
                .filter(m -> m.base() == RSP && m.index() == Gpr.NONE && !m.narrow())
                .isPresent();
    }

    private boolean isJumpedTo(long target) {
        long start = function.entry().value();
        int offset = 0;
        while (offset < code.length) {
            Optional<Instruction> decoded = InstructionDecoder.decode(code, offset, start + offset);
            if (decoded.isEmpty()) {
                offset++;
                continue;
            }
            Instruction instruction = decoded.get();
            if (instruction.flow() != Flow.NEXT
                    && instruction.directTarget().isPresent()
                    && instruction.directTarget().getAsLong() == target) {
                return true;
            }
            offset += instruction.length();
        }
        return false;
    }
}
