package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.type.TypeKind;
import java.util.Optional;

/** Pointers. */
final class PointerReader {
    private PointerReader() {}

    static Reading read(TypedValue value) {
        long address = value.word(0, 8);
        if (address == 0) {
            return new Reading.Nil();
        }
        Address target = new Address(address);
        Optional<Value> pointee = value.type()
                .element()
                .filter(type -> type.kind() != TypeKind.VOID)
                .map(type -> value.elsewhere(type, target));
        return new Reading.Pointer(target, pointee);
    }
}
