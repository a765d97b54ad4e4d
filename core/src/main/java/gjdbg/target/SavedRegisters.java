package gjdbg.target;

import gjdbg.bytes.Bytes;
import gjdbg.error.BadRequest;
import gjdbg.error.Unavailable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The registers of a thread as they were: those of a core's notes NT_PRSTATUS, and NT_FPREGSET or NT_X86_XSTATE. */
public final class SavedRegisters implements Registers {
    /** xmm_space in struct user_fpregs_struct, with which the XSAVE area begins too. */
    private static final int VECTORS = 160;

    private static final int VECTOR_SIZE = 16;

    private final Supplier<BadRequest> refusal;
    private final Bytes general;
    private final Optional<Bytes> floating;

    /**
     * @param refusal why they can't be set
     * @param general a struct user_regs_struct (sys/user.h)
     * @param floating a struct user_fpregs_struct, with which the XSAVE area begins too
     */
    public SavedRegisters(Supplier<BadRequest> refusal, Bytes general, Optional<Bytes> floating) {
        this.refusal = refusal;
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
        throw refusal.get();
    }

    @Override
    public byte[] vector(int number) {
        int offset = VECTORS + Objects.checkIndex(number, 16) * VECTOR_SIZE;
        Bytes area = floating.filter(bytes -> bytes.size() >= offset + VECTOR_SIZE)
                .orElseThrow(() ->
                        new Unavailable("xmm" + number, "the floating-point registers of the thread were not kept"));
        return area.array(offset, VECTOR_SIZE);
    }

    @Override
    public void setVector(int number, byte[] bytes) {
        throw refusal.get();
    }
}
