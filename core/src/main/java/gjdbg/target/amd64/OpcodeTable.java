package gjdbg.target.amd64;

/**
 * What follows an opcode in 64-bit mode (Intel SDM, volume 2, appendix A), one letter each: {@code -} nothing, {@code M}
 * a ModRM byte, {@code b w z v} an immediate of 1 byte, 2 bytes, the operand size up to 4 or up to 8, {@code i I} ModRM
 * with an immediate as b or z, {@code j J} a distance of 1 or 4 bytes, {@code o} an absolute address, {@code e} ENTER's
 * two immediates, {@code g G} group 3 of bytes or more, {@code p} a prefix or escape, {@code x} undefined.
 */
final class OpcodeTable {
    private static final String ONE_BYTE = "MMMMbzxxMMMMbzxp" // 00
            + "MMMMbzxxMMMMbzxx"
            + "MMMMbzpxMMMMbzpx"
            + "MMMMbzpxMMMMbzpx"
            + "pppppppppppppppp" // 40
            + "----------------"
            + "xxpMppppzIbi----"
            + "jjjjjjjjjjjjjjjj"
            + "iIxiMMMMMMMMMMMM" // 80
            + "----------x-----"
            + "oooo----bz------"
            + "bbbbbbbbvvvvvvvv"
            + "iiw-ppiIe-w--bx-" // C0
            + "MMMMxxx-MMMMMMMM"
            + "jjjjbbbbJJxj----"
            + "p-pp--gG------MM";

    private static final String MAP_0F = "MMMMx-----x-xM-i" // 00
            + "MMMMMMMMMMMMMMMM"
            + "MMMMxxxxMMMMMMMM"
            + "------x-pxpxxxxx"
            + "MMMMMMMMMMMMMMMM" // 40
            + "MMMMMMMMMMMMMMMM"
            + "MMMMMMMMMMMMMMMM"
            + "iiiiMMM-MMxxMMMM"
            + "JJJJJJJJJJJJJJJJ" // 80
            + "MMMMMMMMMMMMMMMM"
            + "---MiMMM---MiMMM"
            + "MMMMMMMMMMiMMMMM"
            + "MMiMiiiM--------" // C0
            + "MMMMMMMMMMMMMMMM"
            + "MMMMMMMMMMMMMMMM"
            + "MMMMMMMMMMMMMMMM";

    private OpcodeTable() {}

    static char form(Encoding encoding, OpcodeMap map, int opcode) {
        return switch (map) {
            case ONE_BYTE -> ONE_BYTE.charAt(opcode);
            case MAP_0F -> encoding == Encoding.LEGACY ? MAP_0F.charAt(opcode) : vectorForm(encoding, opcode);
            case MAP_0F38, MAP5, MAP6, XOP9 -> 'M';
            case MAP_0F3A, XOP8 -> 'i';
            case XOPA -> 'I';
        };
    }

    private static char vectorForm(Encoding encoding, int opcode) {
        return switch (opcode) {
            case 0x70, 0x71, 0x72, 0x73, 0xc2, 0xc4, 0xc5, 0xc6 -> 'i';
            case 0x77 -> encoding == Encoding.VEX ? '-' : 'x';
            default -> 'M';
        };
    }

    /** Whether the opcode exists with this ModRM byte, where that decides between an instruction and none; of legacy encodings. */
    static boolean defined(OpcodeMap map, int opcode, int modrm) {
        if (map != OpcodeMap.ONE_BYTE) {
            return true;
        }
        int group = modrm >> 3 & 7;
        boolean register = modrm >= 0xc0;
        return switch (opcode) {
            case 0x8d -> !register;
            case 0x8f -> group == 0;
            case 0xc6, 0xc7 -> group == 0 || modrm == 0xf8;
            case 0xfe -> group < 2;
            case 0xff -> group != 7 && !(register && (group == 3 || group == 5));
            default -> true;
        };
    }

    /** Where control goes; the forms that are undefined are left to the caller. */
    static Flow flow(OpcodeMap map, int opcode, int modrm) {
        return switch (map) {
            case ONE_BYTE -> oneByteFlow(opcode, modrm);
            case MAP_0F ->
                opcode >= 0x80 && opcode <= 0x8f
                        ? Flow.CONDITIONAL
                        : switch (opcode) {
                            case 0x05, 0x34 -> Flow.SYSCALL;
                            case 0x07, 0x35 -> Flow.FAR;
                            case 0x0b, 0xb9, 0xff -> Flow.TRAP;
                            default -> Flow.NEXT;
                        };
            case MAP_0F38, MAP_0F3A, MAP5, MAP6, XOP8, XOP9, XOPA -> Flow.NEXT;
        };
    }

    private static Flow oneByteFlow(int opcode, int modrm) {
        return switch (opcode) {
            case 0xe8 -> Flow.CALL_RELATIVE;
            case 0xe9, 0xeb -> Flow.JUMP_RELATIVE;
            case 0xe0, 0xe1, 0xe2, 0xe3 -> Flow.LOOP;
            case 0xc2, 0xc3 -> Flow.RETURN;
            case 0xca, 0xcb, 0xcf -> Flow.FAR;
            case 0xcc, 0xcd, 0xf1, 0xf4 -> Flow.TRAP;
            case 0xc7 -> modrm == 0xf8 ? Flow.TRANSACTION : Flow.NEXT;
            case 0xff ->
                switch (modrm >> 3 & 7) {
                    case 2 -> Flow.CALL_INDIRECT;
                    case 4 -> Flow.JUMP_INDIRECT;
                    case 3, 5 -> Flow.FAR;
                    default -> Flow.NEXT;
                };
            default -> opcode >= 0x70 && opcode <= 0x7f ? Flow.CONDITIONAL : Flow.NEXT;
        };
    }
}
