package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.target.Register;
import java.util.List;
import java.util.Optional;

/** Where a value is (DWARF 5, section 2.6). */
public sealed interface Place {
    record InMemory(Address address) implements Place {}

    /** The low bytes of a general register. */
    record InRegister(Register register) implements Place {}

    /** The low bytes of an XMM register. */
    record InVector(int number) implements Place {}

    /** Bytes that are in no place of the program: a constant, or the value of a DW_OP_stack_value. */
    record Constant(byte[] bytes) implements Place {}

    /** The bytes of another place from an offset on: a field of a struct that is in a register. */
    record Part(Place whole, int offset) implements Place {}

    /** DW_OP_piece: parts in places of their own, sizes in bytes. */
    record Pieces(List<Piece> pieces) implements Place {}

    record Nowhere(String why) implements Place {}

    record Piece(Place place, int size) {}

    /** Empty where the value is not in memory, or not in one piece. */
    default Optional<Address> inMemory() {
        return this instanceof InMemory memory ? Optional.of(memory.address()) : Optional.empty();
    }
}
