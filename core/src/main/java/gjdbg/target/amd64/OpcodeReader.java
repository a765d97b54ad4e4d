package gjdbg.target.amd64;

/** Reads what says which operation an instruction is: its prefixes, those of vectors with the map in them, and the opcode. */
final class OpcodeReader {
    private final CodeCursor code;
    private int prefixes;
    private Encoding encoding = Encoding.LEGACY;
    private OpcodeMap map = OpcodeMap.ONE_BYTE;
    private boolean highIndex;

    OpcodeReader(CodeCursor code) {
        this.code = code;
    }

    /** Reads prefixes, escapes and the opcode; -1 when they are no instruction's. */
    int read() {
        int octet = code.u8();
        for (; ; octet = code.u8()) {
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
            if (code.overrun()) {
                return -1;
            }
        }
        return switch (octet) {
            case 0x0f -> escaped();
            case 0xc4, 0xc5 -> vex(octet == 0xc5);
            // POP r/m64 has 0 to 7 in the bits that name XOP's map.
            case 0x8f -> (code.peek() & 0x1f) >= 8 ? xop() : octet;
            case 0x62 -> evex();
            default -> octet;
        };
    }

    private int escaped() {
        int octet = code.u8();
        map = switch (octet) {
            case 0x38 -> OpcodeMap.MAP_0F38;
            case 0x3a -> OpcodeMap.MAP_0F3A;
            default -> OpcodeMap.MAP_0F;
        };
        return map == OpcodeMap.MAP_0F ? octet : code.u8();
    }

    private int vex(boolean twoBytes) {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.VEX;
        int first = code.u8();
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
            extend(first, code.u8());
        }
        return code.u8();
    }

    private int evex() {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.EVEX;
        int first = code.u8();
        int second = code.u8();
        int third = code.u8();
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
        return code.u8();
    }

    private int xop() {
        if (!vectorPrefixesAllowed()) {
            return -1;
        }
        encoding = Encoding.XOP;
        int first = code.u8();
        switch (first & 0x1f) {
            case 8 -> map = OpcodeMap.XOP8;
            case 9 -> map = OpcodeMap.XOP9;
            case 10 -> map = OpcodeMap.XOPA;
            default -> {
                return -1;
            }
        }
        extend(first, code.u8());
        return code.u8();
    }

    /** Takes R, X and B, which are stored inverted, and W from a vector prefix's bytes. */
    private void extend(int first, int second) {
        prefixes |= Prefix.rex((second & 0x80) != 0, (first & 0x80) == 0, (first & 0x40) == 0, (first & 0x20) == 0);
    }

    private boolean vectorPrefixesAllowed() {
        return (prefixes & (Prefix.OPERAND_SIZE | Prefix.LOCK | Prefix.REP | Prefix.REPNE | Prefix.ALL_REX)) == 0;
    }

    /** The bits of {@link Prefix}; what a vector prefix says in their stead is among them. */
    int prefixes() {
        return prefixes;
    }

    Encoding encoding() {
        return encoding;
    }

    OpcodeMap map() {
        return map;
    }

    /** EVEX.V', which extends the index of a gather or scatter. */
    boolean highIndex() {
        return highIndex;
    }
}
