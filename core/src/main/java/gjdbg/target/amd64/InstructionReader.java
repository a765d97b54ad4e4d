package gjdbg.target.amd64;

import gjdbg.target.Register;
import java.util.Optional;

/** Reads one instruction's bytes in order: prefixes, opcode, ModRM, SIB, displacement, immediate. */
final class InstructionReader {
    private final byte[] code;
    private final int start;
    private final int limit;
    private final long pc;

    private int at;
    private boolean overrun;
    private int prefixes;
    private Encoding encoding = Encoding.LEGACY;
    private OpcodeMap map = OpcodeMap.ONE_BYTE;
    /** EVEX.V', which extends the index of a gather or scatter. */
    private boolean highIndex;

    InstructionReader(byte[] code, int offset, long pc) {
        this.code = code;
        this.start = offset;
        this.limit = Math.min(code.length, offset + InstructionDecoder.MAX_LENGTH);
        this.pc = pc;
        this.at = offset;
    }

    Optional<Instruction> read() {
        int opcode = opcode();
        if (opcode < 0) {
            return Optional.empty();
        }
        char form = OpcodeTable.form(encoding, map, opcode);
        if (form == 'x' || form == 'p') {
            return Optional.empty();
        }
        int modrm = "MiIgG".indexOf(form) >= 0 ? u8() : -1;
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
        long immediate = signed(size);
        if (form == 'e') {
            immediate = immediate & 0xffff | (long) u8() << 16;
            size = 3;
        }
        if (overrun) {
            return Optional.empty();
        }
        Flow flow = encoding == Encoding.LEGACY ? OpcodeTable.flow(map, opcode, modrm) : Flow.NEXT;
        if (flow == Flow.TRAP && opcode == 0xcd && (immediate & 0xff) == 0x80) {
            flow = Flow.SYSCALL;
        }
        return Optional.of(
                new Instruction(pc, at - start, encoding, map, opcode, prefixes, modrm, memory, immediate, size, flow));
    }

    /** Reads prefixes, escapes and the opcode; -1 when they are no instruction's. */
    private int opcode() {
        int octet = u8();
        for (; ; octet = u8()) {
            int legacy = Prefix.legacy(octet);
            if (legacy != 0) {
                if (legacy == Prefix.FS || legacy == Prefix.GS) {
                    prefixes &= ~(Prefix.FS | Prefix.GS); // the last one counts
                }
                // A REX prefix counts only right before the opcode.
                prefixes = prefixes & ~Prefix.ALL_REX | legacy;
            } else if (octet >= 0x40 && octet <= 0x4f) {
                prefixes = prefixes & ~Prefix.ALL_REX
                        | Prefix.REX
                        | Prefix.rex((octet & 8) != 0, (octet & 4) != 0, (octet & 2) != 0, (octet & 1) != 0);
            } else {
                break;
            }
            if (overrun) {
                return -1;
            }
        }
        return switch (octet) {
            case 0x0f -> escaped();
            case 0xc4, 0xc5 -> vex(octet == 0xc5);
            // POP r/m64 has 0 to 7 in the bits that name XOP's map.
            case 0x8f -> at < limit && (code[at] & 0x1f) >= 8 ? xop() : octet;
            case 0x62 -> evex();
            default -> octet;
        };
    }

    private int escaped() {
        int octet = u8();
        map = switch (octet) {
            case 0x38 -> OpcodeMap.MAP_0F38;
            case 0x3a -> OpcodeMap.MAP_0F3A;
            default -> OpcodeMap.MAP_0F;
        };
        return map == OpcodeMap.MAP_0F ? octet : u8();
    }

    private int vex(boolean twoBytes) {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.VEX;
        int first = u8();
        if (twoBytes) {
            map = OpcodeMap.MAP_0F;
            prefixes |= Prefix.rex(false, (first & 0x80) == 0, false, false);
        } else {
            switch (first & 0x1f) {
                case 1 -> map = OpcodeMap.MAP_0F;
                case 2 -> map = OpcodeMap.MAP_0F38;
                case 3 -> map = OpcodeMap.MAP_0F3A;
                default -> {
                    return -1;
                }
            }
            extend(first, u8());
        }
        return u8();
    }

    private int evex() {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.EVEX;
        int first = u8();
        int second = u8();
        int third = u8();
        switch (first & 0xf) {
            case 1 -> map = OpcodeMap.MAP_0F;
            case 2 -> map = OpcodeMap.MAP_0F38;
            case 3 -> map = OpcodeMap.MAP_0F3A;
            case 5 -> map = OpcodeMap.MAP5;
            case 6 -> map = OpcodeMap.MAP6;
            default -> {
                return -1;
            }
        }
        if ((second & 4) == 0) {
            return -1;
        }
        highIndex = (third & 8) == 0;
        extend(first, second);
        return u8();
    }

    private int xop() {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.XOP;
        int first = u8();
        switch (first & 0x1f) {
            case 8 -> map = OpcodeMap.XOP8;
            case 9 -> map = OpcodeMap.XOP9;
            case 10 -> map = OpcodeMap.XOPA;
            default -> {
                return -1;
            }
        }
        extend(first, u8());
        return u8();
    }

    /** Takes R, X and B, which are stored inverted, and W from a vector prefix's bytes. */
    private void extend(int first, int second) {
        prefixes |= Prefix.rex((second & 0x80) != 0, (first & 0x80) == 0, (first & 0x40) == 0, (first & 0x20) == 0);
    }

    private boolean vectorPrefixesAllowed() {
        return (prefixes & (Prefix.OPERAND_SIZE | Prefix.LOCK | Prefix.REP | Prefix.REPNE | Prefix.ALL_REX)) == 0;
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
            int sib = u8();
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
        int where = at - start;
        boolean compressed = encoding == Encoding.EVEX && size == 1;
        return operand(base, index, scale, signed(size), where, size, ripRelative, vectorIndex, compressed);
    }

    private MemoryOperand absolute() {
        int size = (prefixes & Prefix.ADDRESS_SIZE) != 0 ? 4 : 8;
        int where = at - start;
        return operand(Gpr.NONE, Gpr.NONE, 1, signed(size), where, size, false, false, false);
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

    private int u8() {
        if (at >= limit) {
            overrun = true;
            return 0;
        }
        return code[at++] & 0xff;
    }

    private long signed(int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (long) u8() << (8 * i);
        }
        int unused = 64 - 8 * size;
        return size == 0 ? 0 : value << unused >> unused;
    }
}
