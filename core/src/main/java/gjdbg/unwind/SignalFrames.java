package gjdbg.unwind;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import java.util.Arrays;

/** Recognises the frame that the kernel makes for a signal handler, and what it interrupted (rt_sigframe; sigreturn(2)). */
final class SignalFrames {
    /** mov $15, %rax; syscall: glibc's __restore_rt. */
    private static final byte[] RESTORER = {0x48, (byte) 0xc7, (byte) 0xc0, 0x0f, 0, 0, 0, 0x0f, 0x05};
    /** mov $15, %eax; syscall: how other assemblers write it. */
    private static final byte[] SHORT_RESTORER = {(byte) 0xb8, 0x0f, 0, 0, 0, 0x0f, 0x05};

    private static final int SYSCALL_LENGTH = 2;

    /** Where uc_mcontext begins in ucontext_t (sys/ucontext.h). */
    private static final int GREGS = 40;
    /** The order of the registers there. */
    private static final Register[] ORDER = {
        Register.R8, Register.R9, Register.R10, Register.R11, Register.R12, Register.R13, Register.R14, Register.R15,
        Register.RDI, Register.RSI, Register.RBP, Register.RBX, Register.RDX, Register.RAX, Register.RCX, Register.RSP,
        Register.RIP, Register.EFLAGS
    };

    private SignalFrames() {}

    /**
     * Whether the code at the PC returns from a signal handler.
     *
     * @param exact whether the thread stands there, so that it may have done the first instruction already
     */
    static boolean isRestorer(Memory memory, Address pc, boolean exact) {
        return startsAt(memory, pc, RESTORER)
                || startsAt(memory, pc, SHORT_RESTORER)
                || exact
                        && (startsAt(memory, pc.plus(SYSCALL_LENGTH - RESTORER.length), RESTORER)
                                || startsAt(memory, pc.plus(SYSCALL_LENGTH - SHORT_RESTORER.length), SHORT_RESTORER));
    }

    private static boolean startsAt(Memory memory, Address pc, byte[] code) {
        try {
            return Arrays.equals(memory.bytes(pc, code.length), code);
        } catch (MemoryFault e) {
            return false;
        }
    }

    /**
     * The registers of what the signal interrupted.
     *
     * @param sp the stack pointer in the restorer, where the ucontext_t is
     */
    static RecoveredRegisters interrupted(Memory memory, Address sp) {
        RecoveredRegisters registers = new RecoveredRegisters();
        for (int i = 0; i < ORDER.length; i++) {
            registers.with(ORDER[i], memory.u64(sp.plus(GREGS + 8L * i)));
        }
        return registers;
    }
}
