package gjdbg.target;

import java.util.Optional;

/** The general registers of x86-64, in the order of {@code struct user_regs_struct} (sys/user.h), eight bytes each. */
public enum Register {
    R15,
    R14,
    R13,
    R12,
    RBP,
    RBX,
    R11,
    R10,
    R9,
    R8,
    RAX,
    RCX,
    RDX,
    RSI,
    RDI,
    ORIG_RAX,
    RIP,
    CS,
    EFLAGS,
    RSP,
    SS,
    FS_BASE,
    GS_BASE,
    DS,
    ES,
    FS,
    GS;

    /** In the order of DWARF's numbers (System V ABI for x86-64, figure 3.36). */
    private static final Register[] DWARF = {
        RAX, RDX, RCX, RBX, RSI, RDI, RBP, RSP, R8, R9, R10, R11, R12, R13, R14, R15, RIP
    };

    /** By DWARF's number for it; empty for one that is not among the general registers. */
    public static Optional<Register> ofDwarf(int number) {
        return number >= 0 && number < DWARF.length ? Optional.of(DWARF[number]) : Optional.empty();
    }
}
