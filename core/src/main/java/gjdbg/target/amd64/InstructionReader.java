package gjdbg.target.amd64;

import gjdbg.target.Register;
import java.util.Optional;

/** Reads one instruction's bytes in order: prefixes and opcode, then what they work on: ModRM, SIB, displacement, immediate. */
final class InstructionReader {
    private final CodeCursor code;
    private final long pc;
    private int prefixes;
    private Encoding encoding;
    private OpcodeMap map;
    private boolean highIndex;

    InstructionReader(byte[] code, int offset, long pc) {
        this.code = new CodeCursor(code, offset);
        this.pc = pc;
    }

    Optional<Instruction> read() {
        OpcodeReader operation = new OpcodeReader(code);
        int opcode = operation.read();
        if (opcode < 0) {
            return Optional.empty();
        }
        prefixes = operation.prefixes();
        encoding = operation.encoding();
        map = operation.map();
        highIndex = operation.highIndex();
        char form = OpcodeTable.form(encoding, map, opcode);
        if (form == 'x' || form == 'p') {
            return Optional.empty();
        }
        int modrm = "MiIgG".indexOf(form) >= 0 ? code.u8() : -1;
        if (modrm >= 0 && encoding == Encoding.LEGACY && !OpcodeTable.defined(map, opcode, modrm)) {
            return Optional.empty();
        }
        // MOV to and from control and debug registers takes any mod for a register's.
        boolean registersOnly = encoding == Encoding.LEGACY && map == OpcodeMap.MAP_0F && opcode >> 2 == 0x20 >> 2;
        if (registersOnly) {
            modrm |= 0xc0;
        }
        Optional<MemoryOperand> memory = Optional.empty();
        if (form == 'o') {
            memory = Optional.of(absolute());
        } else if (modrm >= 0 && modrm < 0xc0) {
            memory = Optional.of(memory(modrm, vectorIndex(opcode)));
        }
        int size = immediateSize(form, opcode, modrm);
        long immediate = code.signed(size);
        if (form == 'e') {
            immediate = immediate & 0xffff | (long) code.u8() << 16;
            size = 3;
        }
        if (code.overrun()) {
            return Optional.empty();
        }
        Flow flow = encoding == Encoding.LEGACY ? OpcodeTable.flow(map, opcode, modrm) : Flow.NEXT;
        if (flow == Flow.TRAP && opcode == 0xcd && (immediate & 0xff) == 0x80) {
            flow = Flow.SYSCALL;
        }
        return Optional.of(new Instruction(
                pc, code.length(), encoding, map, opcode, prefixes, modrm, memory, immediate, size, flow));
    }

    private boolean vectorIndex(int opcode) {
        if (map != OpcodeMap.MAP_0F38 || encoding == Encoding.LEGACY) {
            return false;
        }
        boolean gather = opcode >= 0x90 && opcode <= 0x93;
        boolean more = opcode >= 0xa0 && opcode <= 0xa3 || opcode == 0xc6 || opcode == 0xc7;
        return gather || encoding == Encoding.EVEX && more;
    }

    private MemoryOperand memory(int modrm, boolean vectorIndex) {
        int mod = modrm >> 6;
        int base = modrm & 7;
        int index = Gpr.NONE;
        int scale = 1;
        boolean ripRelative = false;
        if (base == 4) {
            int sib = code.u8();
            base = sib & 7;
            index = sib >> 3 & 7 | ((prefixes & Prefix.REX_X) != 0 ? 8 : 0);
            if (vectorIndex && highIndex) {
                index |= 16;
            } else if (!vectorIndex && index == 4) {
                index = Gpr.NONE;
            }
            scale = index == Gpr.NONE ? 1 : 1 << (sib >> 6);
        } else if (mod == 0 && base == 5) {
            ripRelative = true;
        }
        boolean noBase = mod == 0 && base == 5;
        int size = mod == 1 ? 1 : mod == 2 || noBase ? 4 : 0;
        base = noBase ? Gpr.NONE : base | ((prefixes & Prefix.REX_B) != 0 ? 8 : 0);
        int where = code.length();
        boolean compressed = encoding == Encoding.EVEX && size == 1;
        return operand(base, index, scale, code.signed(size), where, size, ripRelative, vectorIndex, compressed);
    }

    private MemoryOperand absolute() {
        int size = (prefixes & Prefix.ADDRESS_SIZE) != 0 ? 4 : 8;
        int where = code.length();
        return operand(Gpr.NONE, Gpr.NONE, 1, code.signed(size), where, size, false, false, false);
    }

    private MemoryOperand operand(
            int base,
            int index,
            int scale,
            long displacement,
            int where,
            int size,
            boolean ripRelative,
            boolean vectorIndex,
            boolean compressed) {
        Register segment = (prefixes & Prefix.FS) != 0
                ? Register.FS_BASE
                : (prefixes & Prefix.GS) != 0 ? Register.GS_BASE : Register.RIP;
        boolean narrow = (prefixes & Prefix.ADDRESS_SIZE) != 0;
        return new MemoryOperand(
                base, index, scale, displacement, where, size, ripRelative, segment, narrow, vectorIndex, compressed);
    }

    private int immediateSize(char form, int opcode, int modrm) {
        boolean word = (prefixes & (Prefix.OPERAND_SIZE | Prefix.REX_W)) == Prefix.OPERAND_SIZE;
        int upToFour = word ? 2 : 4;
        return switch (form) {
            case 'b', 'i', 'j' -> 1;
            case 'w', 'e' -> 2;
            case 'z', 'I' -> upToFour;
            case 'v' -> (prefixes & Prefix.REX_W) != 0 ? 8 : upToFour;
            // Intel's processors take four bytes whatever the operand size is.
            case 'J' -> 4;
            case 'g' -> (modrm >> 3 & 7) < 2 ? 1 : 0;
            case 'G' -> (modrm >> 3 & 7) < 2 ? upToFour : 0;
            // SSE4A's EXTRQ and INSERTQ with two bytes of immediate share 0F 78 with VMREAD.
            case 'M' ->
                encoding == Encoding.LEGACY
                                && map == OpcodeMap.MAP_0F
                                && opcode == 0x78
                                && (prefixes & (Prefix.OPERAND_SIZE | Prefix.REPNE)) != 0
                        ? 2
                        : 0;
            default -> 0;
        };
    }
}
