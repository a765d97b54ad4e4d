package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.InstructionDecoder;
import gjdbg.target.amd64.Operation;
import gjdbg.target.amd64.Operations;
import java.util.Objects;
import java.util.Optional;

/** Decides how threads get past an instruction. */
public final class StepPastPlanner {
    private final SlotPool slots;

    public StepPastPlanner(SlotPool slots) {
        this.slots = Objects.requireNonNull(slots);
    }

    /**
     * The cheapest exact way: what needs no memory is emulated, what does is left to the processor, which is atomic and
     * minds the permissions of mappings where the debugger's reads and writes do not.
     *
     * @param memory as the program sees it
     */
    public StepPast plan(Address address, Memory memory) {
        byte[] code = code(address, memory);
        Optional<Instruction> decoded = InstructionDecoder.decode(code, 0, address.value());
        if (decoded.isEmpty()) {
            return new StepPast.InPlace();
        }
        Instruction instruction = decoded.get();
        Optional<Operation> operation = Operations.of(instruction);
        if (operation.isPresent() && !operation.get().touchesMemory(instruction)) {
            return new StepPast.Emulate(instruction, operation.get(), new StepPast.InPlace());
        }
        Optional<Slot> slot = slots.place(instruction, code);
        if (slot.isPresent()) {
            return new StepPast.Displace(slot.get());
        }
        return operation
                .<StepPast>map(found -> new StepPast.Emulate(instruction, found, new StepPast.InPlace()))
                .orElseGet(StepPast.InPlace::new);
    }

    /** Up to the longest instruction's length; less where the mapping ends. */
    private static byte[] code(Address address, Memory memory) {
        int most = InstructionDecoder.MAX_LENGTH;
        try {
            return memory.bytes(address, most);
        } catch (MemoryFault e) {
            int toPageEnd = PageAllocator.PAGE - (int) (address.value() & PageAllocator.PAGE - 1);
            return memory.bytes(address, Math.min(most, toPageEnd));
        }
    }
}
