package gjdbg.target.amd64;

import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import java.util.List;
import java.util.Objects;

/** Machine code as text, by whichever disassembler the system has. */
public final class Disassembler {
    private Disassembler() {}

    /**
     * The instructions of the code, which stands at pc; one cut short at the end reads as data or is left out.
     *
     * @throws BadRequest when the system has no disassembler
     */
    public static List<DisassembledInstruction> disassemble(byte[] code, Address pc) {
        Objects.requireNonNull(pc);
        if (code.length == 0) {
            return List.of();
        }
        // Capstone takes microseconds where starting objdump takes milliseconds.
        return Capstone.disassemble(code, pc)
                .or(() -> ObjdumpProcess.disassemble(code, pc))
                .orElseThrow(
                        () -> new BadRequest("disassembling needs Capstone's library or objdump; install one of the"
                                + " packages libcapstone4 (capstone on Fedora) and binutils"));
    }
}
