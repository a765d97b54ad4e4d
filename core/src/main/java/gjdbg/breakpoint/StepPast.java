package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import gjdbg.target.amd64.Emulator;
import gjdbg.target.amd64.Instruction;
import gjdbg.target.amd64.Operation;

/** How a thread gets past a breakpoint that stays in memory. */
public sealed interface StepPast {
    /**
     * Makes the stopped thread, whose PC is the breakpoint's address, ready to go on past it.
     *
     * @param memory as the program sees it, see {@link MaskedMemory}
     * @return whether it just has to be resumed; if not, nothing has changed, and it has to run its instruction in place
     */
    boolean apply(Registers registers, Memory memory);

    /** The instruction is done in the thread's place. */
    record Emulate(Instruction instruction, Operation operation, StepPast onFault) implements StepPast {
        @Override
        public boolean apply(Registers registers, Memory memory) {
            try {
                Emulator.execute(instruction, operation, registers, memory);
                return true;
            } catch (MemoryFault e) {
                // The program has to see the fault as its own.
                return onFault.apply(registers, memory);
            }
        }
    }

    /** The thread runs the instruction in a slot and jumps back behind the original. */
    record Displace(Slot slot) implements StepPast {
        @Override
        public boolean apply(Registers registers, Memory memory) {
            registers.set(Register.RIP, slot.address().value());
            return true;
        }
    }

    /** All other threads have to be kept stopped while the breakpoint is lifted and the thread steps. */
    record InPlace() implements StepPast {
        @Override
        public boolean apply(Registers registers, Memory memory) {
            return false;
        }
    }
}
