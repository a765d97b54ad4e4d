package gjdbg.target.amd64;

import java.util.Objects;
import java.util.Optional;

/** Decodes the instructions of x86-64 in 64-bit mode (Intel SDM, volume 2): length, flow and operands. */
public final class InstructionDecoder {
    /** No instruction is longer; a longer one faults. */
    public static final int MAX_LENGTH = 15;

    private InstructionDecoder() {}

    /**
     * The instruction at code[offset], taken to stand at pc; empty when the bytes are no instruction or end within it.
     * Whether a vector opcode exists is not checked: its length is the same in any case.
     */
    public static Optional<Instruction> decode(byte[] code, int offset, long pc) {
        Objects.requireNonNull(code);
        if (offset < 0 || offset >= code.length) {
            return Optional.empty();
        }
        return new InstructionReader(code, offset, pc).read();
    }
}
