package gjdbg.goruntime.abi;

import gjdbg.target.Register;
import gjdbg.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a call of a Go function has its arguments when it begins, and its results when it returns (Go's internal ABI
 * specification, src/cmd/compile/abi-internal.md).
 *
 * @param arguments the receiver first
 */
public record CallLayout(List<Slot> arguments, List<Slot> results) {
    /** The integer registers in the order of their assignment. */
    public static final List<Register> INTEGERS = List.of(
            Register.RAX,
            Register.RBX,
            Register.RCX,
            Register.RDI,
            Register.RSI,
            Register.R8,
            Register.R9,
            Register.R10,
            Register.R11);

    public static CallLayout of(List<Type> arguments, List<Type> results, Convention convention) {
        Stack stack = new Stack();
        List<Slot> in = assign(arguments, convention, stack);
        stack.align(8);
        List<Slot> out = assign(results, convention, stack);
        return new CallLayout(in, out);
    }

    private static List<Slot> assign(List<Type> types, Convention convention, Stack stack) {
        RegisterAssigner registers = new RegisterAssigner(convention);
        List<Slot> slots = new ArrayList<>(types.size());
        for (Type type : types) {
            // Values without size have no register, and still align the stack as in ABI0.
            Optional<List<Slot.Part>> parts = type.size() == 0 ? Optional.empty() : registers.assign(type);
            slots.add(
                    parts.isPresent()
                            ? new Slot.InRegisters(List.copyOf(parts.get()))
                            : new Slot.OnStack(stack.take(type)));
        }
        return List.copyOf(slots);
    }

    private static final class Stack {
        private long size;

        void align(long alignment) {
            size = Layout.aligned(size, alignment);
        }

        long take(Type type) {
            align(Layout.alignment(type));
            long offset = size;
            size += type.size();
            return offset;
        }
    }
}
