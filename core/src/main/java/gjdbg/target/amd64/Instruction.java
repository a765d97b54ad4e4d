package gjdbg.target.amd64;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One decoded instruction.
 *
 * @param address of its first byte
 * @param length in bytes, 1 to 15
 * @param opcode the last byte of the opcode, in its map
 * @param prefixes as bits, see {@link Prefix}; VEX and EVEX forms of W, R, X and B are here as those of REX
 * @param modrm the ModRM byte, or -1
 * @param immediate sign-extended; for a relative branch the distance; 0 when there is none
 * @param immediateSize in bytes; 0 when there is none
 */
public record Instruction(
        long address,
        int length,
        Encoding encoding,
        OpcodeMap map,
        int opcode,
        int prefixes,
        int modrm,
        Optional<MemoryOperand> memory,
        long immediate,
        int immediateSize,
        Flow flow) {
    public long next() {
        return address + length;
    }

    /** The destination of a relative call, jump, loop or transaction. */
    public OptionalLong directTarget() {
        return switch (flow) {
            case CALL_RELATIVE, JUMP_RELATIVE, CONDITIONAL, LOOP, TRANSACTION -> OptionalLong.of(next() + immediate);
            case NEXT, CALL_INDIRECT, JUMP_INDIRECT, RETURN, SYSCALL, TRAP, FAR -> OptionalLong.empty();
        };
    }

    /** The condition of a Jcc, 0 to 15 as in its opcode. */
    public int condition() {
        return opcode & 15;
    }

    public boolean isCall() {
        return flow == Flow.CALL_RELATIVE || flow == Flow.CALL_INDIRECT;
    }

    /** Whether it is a call with the usual operand size: processors differ in what they do with another. */
    public boolean plainCall() {
        return isCall() && !has(Prefix.OPERAND_SIZE);
    }

    /** The bytes that a RET takes off the stack besides the return address. */
    public int returnBytes() {
        return flow == Flow.RETURN ? (int) immediate & 0xffff : 0;
    }

    /** The ModRM byte's reg field with its extension: a register's number, or with three bits more of the opcode. */
    public int reg() {
        return modrm >> 3 & 7 | (has(Prefix.REX_R) ? 8 : 0);
    }

    /** The three bits of the reg field alone, where they are part of the opcode. */
    public int group() {
        return modrm >> 3 & 7;
    }

    /** The number of the register in the ModRM byte's rm field; {@link Gpr#NONE} where that means memory. */
    public int rm() {
        return modrm >= 0xc0 ? modrm & 7 | (has(Prefix.REX_B) ? 8 : 0) : Gpr.NONE;
    }

    /** The number of the register in the opcode's low three bits. */
    public int opcodeRegister() {
        return opcode & 7 | (has(Prefix.REX_B) ? 8 : 0);
    }

    /** 2, 4 or 8: the size of operands of an integer instruction that works on more than bytes. */
    public int operandSize() {
        return has(Prefix.REX_W) ? 8 : has(Prefix.OPERAND_SIZE) ? 2 : 4;
    }

    /** Whether it writes to its memory operand, among the instructions that compilers use for that. */
    public boolean writesMemory() {
        if (memory.isEmpty()) {
            return false;
        }
        return switch (map) {
            case ONE_BYTE ->
                switch (opcode) {
                    case 0x88, 0x89, 0xc0, 0xc1, 0xc6, 0xc7, 0xd0, 0xd1, 0xd2, 0xd3 -> true;
                    case 0x80, 0x81, 0x83 -> group() != 7;
                    case 0xf6, 0xf7 -> group() == 2 || group() == 3;
                    case 0xfe, 0xff -> group() < 2;
                    // ADD, OR, …, XOR, of which the second bit tells the direction
                    default -> opcode < 0x38 && (opcode & 7) < 2;
                };
            case MAP_0F -> opcode == 0x11 || opcode == 0x7f || opcode == 0x29;
            case MAP_0F38, MAP_0F3A, MAP5, MAP6, XOP8, XOP9, XOPA -> false;
        };
    }

    /** LEA. */
    public boolean takesAddress() {
        return is(OpcodeMap.ONE_BYTE, 0x8d);
    }

    boolean has(int prefix) {
        return (prefixes & prefix) != 0;
    }

    boolean is(OpcodeMap inMap, int code) {
        return encoding == Encoding.LEGACY && map == inMap && opcode == code;
    }
}
