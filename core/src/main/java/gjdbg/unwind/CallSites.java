package gjdbg.unwind;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;

/** Recognises return addresses by the call before them (Intel SDM, volume 2, CALL). */
final class CallSites {
    private static final int LONGEST = 7;

    private CallSites() {}

    /** Whether a call instruction may end at the address. */
    static boolean isAfterCall(Memory memory, Address pc) {
        byte[] code;
        try {
            code = memory.bytes(pc.plus(-LONGEST), LONGEST);
        } catch (MemoryFault e) {
            return false;
        }
        if (code[LONGEST - 5] == (byte) 0xe8) {
            return true;
        }
        for (int length = 2; length <= LONGEST; length++) {
            int at = LONGEST - length;
            if (code[at] == (byte) 0xff && (code[at + 1] & 0x38) == 0x10 && operandLength(code[at + 1], length)) {
                return true;
            }
        }
        return false;
    }

    private static boolean operandLength(byte modRm, int length) {
        int mod = (modRm & 0xff) >>> 6;
        boolean sib = mod != 3 && (modRm & 7) == 4;
        return switch (mod) {
            case 0 -> (modRm & 7) == 5 ? length == 6 : length == 2 || sib && (length == 3 || length == 7);
            case 1 -> length == (sib ? 4 : 3);
            case 2 -> length == (sib ? 7 : 6);
            default -> length == 2;
        };
    }
}
