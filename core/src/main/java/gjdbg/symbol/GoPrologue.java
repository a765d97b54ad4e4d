package gjdbg.symbol;

import gjdbg.bytes.Bytes;
import gjdbg.elf.ElfFile;
import gjdbg.elf.FileAddress;
import gjdbg.gosym.GoFunction;

/**
 * Where the prologue of a Go function ends, found from its stack deltas alone: the last instruction of it, just as the
 * compiler marks {@code prologue_end} (cmd/internal/obj/x86/obj6.go). That instruction is never the target of a jump, while
 * the one after it may be the head of a loop.
 *
 * <pre>
 * Go 1.21 and later            before
 *   cmp  rsp, [r14+16]           cmp  rsp, [r14+16]
 *   jbe  more                    jbe  more
 *   push rbp                     sub  rsp, N          <- here
 *   mov  rbp, rsp  <- here, without locals
 *   sub  rsp, N    <- here       mov  [rsp+N-8], rbp
 *                                lea  rbp, [rsp+N-8]
 * </pre>
 */
final class GoPrologue {
    private static final int PUSHED_FRAME_POINTER = 8;

    private GoPrologue() {}

    /** The entry where the function has no frame. */
    static FileAddress end(ElfFile elf, GoFunction function) {
        FileAddress entry = function.entry();
        long framed = function.firstStackChange().orElse(0);
        if (framed == 0) {
            return entry;
        }
        FileAddress at = entry.plus(framed);
        Bytes code = elf.bytesAt(entry, (int) Math.min(function.end().value() - entry.value(), framed + 16));
        if (function.stackDelta(at).orElse(0) == PUSHED_FRAME_POINTER && isMoveSpToBp(code, framed)) {
            return isSubtractFromSp(code, framed + 3) > 0 ? at.plus(3) : at;
        }
        for (int length : new int[] {4, 7}) {
            if (framed >= length && isSubtractFromSp(code, framed - length) == length) {
                return at.plus(-length);
            }
        }
        return entry;
    }

    /** mov rbp, rsp. */
    private static boolean isMoveSpToBp(Bytes code, long at) {
        return at + 3 <= code.size() && code.u8(at) == 0x48 && code.u8(at + 1) == 0x89 && code.u8(at + 2) == 0xe5;
    }

    /** The length of a {@code sub rsp, constant} or {@code add rsp, -128}; 0 for anything else. */
    private static int isSubtractFromSp(Bytes code, long at) {
        if (at + 4 > code.size() || code.u8(at) != 0x48) {
            return 0;
        }
        int opcode = code.u8(at + 1);
        int operand = code.u8(at + 2);
        if (opcode == 0x83 && (operand == 0xec || operand == 0xc4 && code.u8(at + 3) >= 0x80)) {
            return 4;
        }
        return opcode == 0x81 && operand == 0xec && at + 7 <= code.size() ? 7 : 0;
    }
}
