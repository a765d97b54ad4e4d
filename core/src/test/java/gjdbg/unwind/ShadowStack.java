package gjdbg.unwind;

import gjdbg.goruntime.Goroutine;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.amd64.Flow;
import gjdbg.target.amd64.InstructionDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The calls that a thread has done and not returned from, kept by what each instruction does to the stack pointer: no
 * table of the program's is asked.
 */
final class ShadowStack {
    /**
     * @param slot where the return address is: from the end of the goroutine's stack, which may move, or an address
     * @param pc the return address
     */
    record Call(boolean ofGoroutine, long slot, long pc) {}

    private final Memory memory;
    private final Deque<Call> calls = new ArrayDeque<>();

    /** @param outer return addresses that are on the goroutine's stack already, as slots, innermost first */
    ShadowStack(Memory memory, Goroutine goroutine, List<Address> outer) {
        this.memory = memory;
        for (Address slot : outer) {
            calls.addLast(call(goroutine, slot.value(), memory.u64(slot)));
        }
    }

    /** Return addresses, innermost first. */
    List<Call> calls() {
        return new ArrayList<>(calls);
    }

    /** @param arrived the name of the function whose entry is at the new PC */
    void stepped(State from, State to, Goroutine goroutine, Optional<String> arrived) {
        String at = arrived.orElse("");
        Flow flow = flowAt(from.pc());
        if (at.equals("runtime.sigtramp") || at.equals("runtime.cgoSigtramp")) {
            // the kernel leaves no return address but the restorer's
            calls.addFirst(call(goroutine, to.sp() + Long.BYTES, from.pc()));
            push(goroutine, to.sp());
        } else if (at.startsWith("runtime.sigpanic") && flow == Flow.SYSCALL) {
            // sigreturn(2) goes there
            push(goroutine, to.sp());
        } else if ((flow == Flow.CALL_RELATIVE || flow == Flow.CALL_INDIRECT) && to.sp() == from.sp() - Long.BYTES) {
            push(goroutine, to.sp());
        }
        boolean own = isOn(goroutine, to.sp());
        long slot = own ? goroutine.stackHigh().value() - to.sp() : to.sp();
        calls.removeIf(
                call -> own ? !call.ofGoroutine() || call.slot() > slot : !call.ofGoroutine() && call.slot() < slot);
    }

    private void push(Goroutine goroutine, long sp) {
        calls.addFirst(call(goroutine, sp, memory.u64(new Address(sp))));
    }

    private Flow flowAt(long pc) {
        byte[] code = memory.bytes(new Address(pc), InstructionDecoder.MAX_LENGTH);
        return InstructionDecoder.decode(code, 0, pc).orElseThrow().flow();
    }

    private static Call call(Goroutine goroutine, long slot, long pc) {
        boolean own = isOn(goroutine, slot);
        return new Call(own, own ? goroutine.stackHigh().value() - slot : slot, pc);
    }

    static boolean isOn(Goroutine goroutine, long sp) {
        return Long.compareUnsigned(sp, goroutine.stackLow().value()) >= 0
                && Long.compareUnsigned(sp, goroutine.stackHigh().value()) < 0;
    }

    record State(long pc, long sp) {}
}
