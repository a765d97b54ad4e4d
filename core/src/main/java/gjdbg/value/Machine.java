package gjdbg.value;

import gjdbg.target.Register;

/** DWARF's numbers of x86-64 registers (System V ABI for x86-64, figure 3.36). */
final class Machine {
    private static final Register[] GENERAL = {
        Register.RAX,
        Register.RDX,
        Register.RCX,
        Register.RBX,
        Register.RSI,
        Register.RDI,
        Register.RBP,
        Register.RSP,
        Register.R8,
        Register.R9,
        Register.R10,
        Register.R11,
        Register.R12,
        Register.R13,
        Register.R14,
        Register.R15,
        Register.RIP
    };
    private static final int FIRST_VECTOR = 17;
    private static final int VECTORS = 16;

    private Machine() {}

    static boolean isGeneral(int number) {
        return number >= 0 && number < GENERAL.length;
    }

    /** @param number for which {@link #isGeneral} holds */
    static Register general(int number) {
        return GENERAL[number];
    }

    static Place place(int number) {
        if (isGeneral(number)) {
            return new Place.InRegister(GENERAL[number]);
        }
        int vector = number - FIRST_VECTOR;
        return vector >= 0 && vector < VECTORS
                ? new Place.InVector(vector)
                : new Place.Nowhere("it is in register number " + number + ", which gjdbg does not read");
    }
}
