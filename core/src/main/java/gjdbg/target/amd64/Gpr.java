package gjdbg.target.amd64;

import gjdbg.target.Register;

/** The general registers by the number that instructions use for them. */
public final class Gpr {
    public static final int RAX = 0;
    public static final int RCX = 1;
    /** In place of a number: no register. */
    public static final int NONE = -1;

    private static final Register[] BY_NUMBER = {
        Register.RAX, Register.RCX, Register.RDX, Register.RBX, Register.RSP, Register.RBP, Register.RSI, Register.RDI,
        Register.R8, Register.R9, Register.R10, Register.R11, Register.R12, Register.R13, Register.R14, Register.R15
    };

    private Gpr() {}

    /** @param number 0 to 15 */
    public static Register register(int number) {
        return BY_NUMBER[number];
    }
}
