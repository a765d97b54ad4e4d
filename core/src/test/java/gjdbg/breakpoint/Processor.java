package gjdbg.breakpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.Register;
import gjdbg.target.amd64.Gpr;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A stopped process in which single instructions are run, with a page for code, one for data, and registers at will. */
final class Processor implements AutoCloseable {
    /** Carry, parity, adjust, zero, sign, direction, overflow. */
    static final long FLAGS = 0xcd5;

    private static final int MMAP = 9;
    private static final int PROT_ALL = 7;
    private static final int PRIVATE_ANONYMOUS_NOREPLACE = 0x100022;

    /** The general registers by their numbers, then RIP and the flags; the data page; the signal that came, or 0. */
    record State(long[] registers, byte[] data, int signal) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 16; i++) {
                text.append(Gpr.register(i))
                        .append('=')
                        .append(Long.toHexString(registers[i]))
                        .append(' ');
            }
            return text + "flags=" + Long.toHexString(registers[17]);
        }

        long rip() {
            return registers[16];
        }
    }

    private final LiveProcess process;
    private final LiveThread thread;
    private final Address entry;
    final Address code;
    final Address data;

    Processor() {
        process = LiveProcess.launch(LaunchRequest.of(Path.of("/bin/true")));
        thread = process.liveThreads().getFirst();
        entry = new Address(thread.registers().programCounter());
        code = map(entry, 2 * PageAllocator.PAGE).orElseThrow();
        data = code.plus(PageAllocator.PAGE);
    }

    Memory memory() {
        return process.memory();
    }

    LiveThread thread() {
        return thread;
    }

    /** Maps memory as a session would. */
    Optional<Address> map(Address near, long length) {
        byte[] before = memory().bytes(entry, 2);
        memory().write(entry, new byte[] {0x0f, 0x05});
        for (Address candidate : NearPages.candidates(process.mappings(), near, length)) {
            set(Register.RAX, MMAP);
            set(Register.RDI, candidate.value());
            set(Register.RSI, length);
            set(Register.RDX, PROT_ALL);
            set(Register.R10, PRIVATE_ANONYMOUS_NOREPLACE);
            set(Register.R8, -1);
            set(Register.R9, 0);
            set(Register.RIP, entry.value());
            step();
            if (thread.registers().get(Register.RAX) == candidate.value()) {
                memory().write(entry, before);
                set(Register.RIP, entry.value());
                process.invalidateMappings();
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    void load(State state) {
        for (int i = 0; i < 16; i++) {
            set(Gpr.register(i), state.registers()[i]);
        }
        set(Register.RIP, state.registers()[16]);
        set(Register.EFLAGS, thread.registers().get(Register.EFLAGS) & ~FLAGS | state.registers()[17]);
        memory().write(data, state.data());
    }

    State state(int signal) {
        long[] registers = new long[18];
        for (int i = 0; i < 16; i++) {
            registers[i] = thread.registers().get(Gpr.register(i));
        }
        registers[16] = thread.registers().get(Register.RIP);
        registers[17] = thread.registers().get(Register.EFLAGS) & FLAGS;
        return new State(registers, memory().bytes(data, PageAllocator.PAGE), signal);
    }

    /** Runs one instruction; the signal that it raised, or 0. */
    int step() {
        process.singleStep(thread, 0);
        WaitEvent event = process.await();
        if (event instanceof WaitEvent.Signalled signalled) {
            return signalled.signal();
        }
        assertTrue(List.of(new WaitEvent.Trapped(thread, WaitEvent.Trap.STEP)).contains(event), event::toString);
        return 0;
    }

    /** Lets it run on its own for some milliseconds, within which nothing may come. */
    void runFor(int milliseconds) throws InterruptedException {
        process.resume(thread, 0);
        Thread.sleep(milliseconds);
        process.interrupt(thread);
        assertEquals(new WaitEvent.Interrupted(thread), process.await());
    }

    private void set(Register register, long value) {
        thread.registers().set(register, value);
    }

    @Override
    public void close() {
        process.kill();
    }
}
