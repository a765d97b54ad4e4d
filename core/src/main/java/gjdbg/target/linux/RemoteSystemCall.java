package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Register;

/**
 * Runs a system call in a stopped thread: its registers are set for the call, a SYSCALL instruction that the process has
 * somewhere (the vDSO does) is stepped over, and everything is put back, RAX and ORIG_RAX included, from which the kernel
 * then starts again what the thread was doing.
 */
final class RemoteSystemCall {
    private static final Register[] ARGUMENTS = {
        Register.RDI, Register.RSI, Register.RDX, Register.R10, Register.R8, Register.R9
    };

    private static final int CHUNK = 1 << 16;

    private final LiveProcess process;
    private final Tracer tracer;
    private final Events events;

    RemoteSystemCall(LiveProcess process, Tracer tracer, Events events) {
        this.process = process;
        this.tracer = tracer;
        this.events = events;
    }

    long run(LiveThread thread, long number, long... arguments) {
        if (arguments.length > ARGUMENTS.length) {
            throw new BadRequest("a system call takes at most six arguments, not " + arguments.length);
        }
        thread.requireStopped();
        if (thread.vforkChild.isPresent()) {
            throw new Unavailable("a system call in thread " + thread.id(), "it waits for the child of its vfork");
        }
        if (thread.signalPending) {
            tracer.hold(thread);
        }
        long instruction = syscallInstruction();
        settle(thread);
        ThreadRegisters registers = thread.registers();
        byte[] before = registers.save();
        registers.set(Register.RAX, number);
        for (int i = 0; i < arguments.length; i++) {
            registers.set(ARGUMENTS[i], arguments[i]);
        }
        registers.set(Register.ORIG_RAX, -1);
        registers.setProgramCounter(instruction);
        // The step ends behind the instruction; a stop before that, for a signal or an interrupt, is stepped on from.
        do {
            tracer.singleStep(thread, 0);
            stopped(thread);
        } while (thread.registers().programCounter() != instruction + 2);
        long result = registers.get(Register.RAX);
        registers.restore(before);
        return result;
    }

    /**
     * At the stops inside a system call (clone, fork, exec, entry) the kernel would still overwrite RAX, so the thread
     * goes on from there to the next place where it could take a signal, short of any instruction of its own.
     */
    private void settle(LiveThread thread) {
        boolean inside = thread.stopEvent == -1
                ? tracer.atSyscallEntry(thread)
                : thread.stopEvent != 0 && thread.stopEvent != Ptrace.EVENT_STOP;
        while (inside) {
            tracer.interrupt(thread);
            tracer.goOn(thread, 0);
            stopped(thread);
            inside = thread.stopEvent != Ptrace.EVENT_STOP;
        }
    }

    /** Waits for the thread's stop; a signal that it would get is held. */
    private void stopped(LiveThread thread) {
        int status = events.awaitStatus(thread);
        if (!WaitStatus.stopped(status) || WaitStatus.event(status) == Ptrace.EVENT_EXIT) {
            events.keep(thread.id(), status);
            throw new TargetGone(thread.processId(), "is being killed: its thread " + thread.id() + " is gone");
        }
        thread.interruptPending = false;
        int signal = WaitStatus.stopSignal(status);
        thread.stoppedBy(signal & 0x7f, (signal & 0x80) != 0 ? -1 : WaitStatus.event(status));
        if (WaitStatus.event(status) == 0 && thread.stopEvent == 0 && !ownTrap(thread, signal)) {
            thread.signalPending = true;
            tracer.hold(thread);
        }
    }

    private boolean ownTrap(LiveThread thread, int signal) {
        return signal == SystemCalls.SIGTRAP && tracer.signalCode(thread) > 0;
    }

    /** The address of bytes 0f 05 in executable memory. */
    private long syscallInstruction() {
        for (int pass = 0; pass < 2; pass++) {
            for (Mapping mapping : process.mappings()) {
                if (mapping.executable() && mapping.readable() && mapping.path().equals("[vdso]") == (pass == 0)) {
                    long found = find(mapping);
                    if (found != 0) {
                        return found;
                    }
                }
            }
        }
        throw new Unavailable("a system call in process " + process.pid(), "it has no SYSCALL instruction anywhere");
    }

    private long find(Mapping mapping) {
        byte[] bytes = new byte[(int) Math.min(CHUNK, mapping.size())];
        for (long from = 0; from < mapping.size(); from += CHUNK - 1) {
            int length = (int) Math.min(bytes.length, mapping.size() - from);
            Address start = mapping.start().plus(from);
            if (start.value() < 0) {
                return 0;
            }
            process.memory().read(start, bytes, 0, length);
            for (int i = 0; i + 1 < length; i++) {
                if (bytes[i] == 0x0f && bytes[i + 1] == 0x05) {
                    return start.value() + i;
                }
            }
        }
        return 0;
    }
}
