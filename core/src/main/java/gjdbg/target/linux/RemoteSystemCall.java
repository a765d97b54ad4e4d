package gjdbg.target.linux;

import gjdbg.error.BadRequest;
import gjdbg.error.TargetGone;
import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Mapping;
import gjdbg.target.Register;
import java.util.Optional;

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
        Optional<SignalInfo> pending = thread.signalPending ? Optional.of(tracer.signalInfo(thread)) : Optional.empty();
        boolean groupStop = thread.inGroupStop();
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
        // The step ends in a trap behind the instruction; a stop before that, for a signal or an interrupt, is stepped
        // on
        // from.
        boolean done;
        do {
            tracer.singleStep(thread, 0);
            done = trapped(thread) && registers.programCounter() == instruction + 2;
        } while (!done);
        long result = registers.get(Register.RAX);
        registers.restore(before);
        if (groupStop) {
            tracer.interrupt(thread);
            tracer.resumeWithoutHeld(thread);
            trapped(thread);
        }
        pending.ifPresent(info -> putBack(thread, info));
        return result;
    }

    /** Makes the stop at the step's trap one at the signal at which the thread stood before. */
    private void putBack(LiveThread thread, SignalInfo info) {
        tracer.setSignalInfo(thread, info);
        thread.stopSignal = info.signal();
        thread.signalPending = true;
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
            trapped(thread);
            inside = thread.stopEvent != Ptrace.EVENT_STOP;
        }
    }

    /** Waits for the thread's stop, and tells whether it is a trap; a signal that it would get is held. */
    private boolean trapped(LiveThread thread) {
        int status = events.awaitStatus(thread);
        if (!WaitStatus.stopped(status) || WaitStatus.event(status) == Ptrace.EVENT_EXIT) {
            events.keep(thread.id(), status);
            throw new TargetGone(thread.processId(), "is being killed: its thread " + thread.id() + " is gone");
        }
        thread.interruptPending = false;
        int signal = WaitStatus.stopSignal(status);
        thread.stoppedBy(signal & 0x7f, (signal & 0x80) != 0 ? -1 : WaitStatus.event(status));
        if (thread.stopEvent != 0) {
            return false;
        }
        boolean trap = signal == SystemCalls.SIGTRAP && tracer.signalCode(thread) > 0;
        if (!trap) {
            thread.signalPending = true;
            tracer.hold(thread);
        }
        return trap;
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
