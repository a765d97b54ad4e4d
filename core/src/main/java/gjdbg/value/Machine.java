package gjdbg.value;

import gjdbg.target.Register;
import java.util.Optional;

/** What DWARF's register numbers mean on x86-64 (System V ABI for x86-64, figure 3.36). */
final class Machine {
    private static final int FIRST_VECTOR = 17;
    private static final int VECTORS = 16;

    private Machine() {}

    static Place place(int number) {
        Optional<Register> general = Register.ofDwarf(number);
        if (general.isPresent()) {
            return new Place.InRegister(general.get());
        }
        int vector = number - FIRST_VECTOR;
        return vector >= 0 && vector < VECTORS
                ? new Place.InVector(vector)
                : new Place.Nowhere("it is in register number " + number + ", which gjdbg does not read");
    }
}
