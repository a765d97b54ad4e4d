package gjdbg.blocking;

import gjdbg.target.Address;
import gjdbg.target.Memory;

/** How code computes an address, in terms of what stays the same while the function is active. */
sealed interface Expression {
    record Constant(long value) implements Expression {}

    /** The stack pointer, as it is between the function's prologue and epilogue, and an offset. */
    record Stack(long offset) implements Expression {}

    record Plus(Expression of, long offset) implements Expression {}

    record Load(Expression from) implements Expression {}

    /** @throws gjdbg.error.MemoryFault where it loads what can't be read */
    default Address in(Address stackPointer, Memory memory) {
        return switch (this) {
            case Constant constant -> new Address(constant.value());
            case Stack stack -> stackPointer.plus(stack.offset());
            case Plus plus -> plus.of().in(stackPointer, memory).plus(plus.offset());
            case Load load -> memory.pointer(load.from().in(stackPointer, memory));
        };
    }
}
