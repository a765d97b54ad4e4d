package gjdbg.target.core;

import gjdbg.bytes.Bytes;
import gjdbg.error.Unavailable;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The registers of a thread as its notes have them: NT_PRSTATUS, and NT_FPREGSET or NT_X86_XSTATE. */
final class CoreRegisters implements Registers {
    /** xmm_space in struct user_fpregs_struct, with which the XSAVE area begins too. */
    private static final int VECTORS = 160;

    private static final int VECTOR_SIZE = 16;

    private final Path core;
    private final Bytes general;
    private final Optional<Bytes> floating;

    /** @param general a struct user_regs_struct (sys/user.h) */
    CoreRegisters(Path core, Bytes general, Optional<Bytes> floating) {
        this.core = core;
        this.general = general;
        this.floating = floating;
    }

    @Override
    public boolean has(Register register) {
        Objects.requireNonNull(register);
        return true;
    }

    @Override
    public long get(Register register) {
        return general.u64(register.ordinal() * 8L);
    }

    @Override
    public void set(Register register, long value) {
        throw CoreTarget.refusal(core);
    }

    @Override
    public byte[] vector(int number) {
        int offset = VECTORS + Objects.checkIndex(number, 16) * VECTOR_SIZE;
        Bytes area = floating.filter(bytes -> bytes.size() >= offset + VECTOR_SIZE)
                .orElseThrow(() ->
                        new Unavailable("xmm" + number, "the core has no floating-point registers of the thread"));
        return area.array(offset, VECTOR_SIZE);
    }

    @Override
    public void setVector(int number, byte[] bytes) {
        throw CoreTarget.refusal(core);
    }
}
