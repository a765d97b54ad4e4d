package gjdbg.target.linux;

import gjdbg.error.TargetGone;
import gjdbg.target.Register;
import gjdbg.target.Registers;
import java.util.Objects;
import java.util.Optional;

/**
 * The registers of a stopped thread: read when first asked for in a stop, written back before it runs on and only if
 * changed.
 */
public final class ThreadRegisters implements Registers {
    /** sizeof(struct user_regs_struct) and sizeof(struct user_fpregs_struct), sys/user.h. */
    private static final int SIZE = 27 * 8;

    private static final int FLOATING_SIZE = 512;
    /** xmm_space in struct user_fpregs_struct. */
    private static final int VECTORS = 160;

    private static final int VECTOR_SIZE = 16;
    /** linux/elf.h; the area has 11 KB with all that processors have today. */
    private static final long NT_X86_XSTATE = 0x202;

    private static final int LARGEST_XSAVE = 1 << 14;

    private static final int RIP_OFFSET = Register.RIP.ordinal() * 8;
    private static final int ORIG_RAX_OFFSET = Register.ORIG_RAX.ordinal() * 8;

    private final LiveThread thread;
    private final Scratch general = new Scratch(SIZE);
    private Scratch floating;
    private boolean valid;
    private boolean pcDirty;
    private boolean dirty;
    private boolean floatingValid;
    private boolean floatingDirty;

    ThreadRegisters(LiveThread thread) {
        this.thread = thread;
    }

    @Override
    public boolean has(Register register) {
        Objects.requireNonNull(register);
        return true;
    }

    @Override
    public long get(Register register) {
        fetch();
        return general.bytes.getLong(register.ordinal() * 8);
    }

    @Override
    public void set(Register register, long value) {
        if (register == Register.RIP) {
            setProgramCounter(value);
            return;
        }
        fetch();
        general.bytes.putLong(register.ordinal() * 8, value);
        dirty = true;
    }

    public long programCounter() {
        fetch();
        return general.bytes.getLong(RIP_OFFSET);
    }

    /** As setting RIP: a system call that the stop interrupted is not started again, for its place has changed. */
    public void setProgramCounter(long value) {
        fetch();
        general.bytes.putLong(RIP_OFFSET, value);
        if (general.bytes.getLong(ORIG_RAX_OFFSET) >= 0) {
            general.bytes.putLong(ORIG_RAX_OFFSET, -1);
            dirty = true;
        }
        pcDirty = true;
    }

    @Override
    public byte[] vector(int number) {
        fetchFloating();
        byte[] bytes = new byte[VECTOR_SIZE];
        floating.bytes.get(vectorOffset(number), bytes);
        return bytes;
    }

    @Override
    public void setVector(int number, byte[] bytes) {
        int offset = vectorOffset(number);
        if (bytes.length != VECTOR_SIZE) {
            throw new IllegalArgumentException("an XMM register has 16 bytes, not " + bytes.length);
        }
        fetchFloating();
        floating.bytes.put(offset, bytes);
        floatingDirty = true;
    }

    private static int vectorOffset(int number) {
        return VECTORS + Objects.checkIndex(number, 16) * VECTOR_SIZE;
    }

    /** All general registers as they stand, to put them back later. */
    byte[] save() {
        fetch();
        byte[] bytes = new byte[SIZE];
        general.bytes.get(0, bytes);
        return bytes;
    }

    /** The struct user_fpregs_struct as it stands. */
    byte[] floating() {
        fetchFloating();
        byte[] bytes = new byte[FLOATING_SIZE];
        floating.bytes.get(0, bytes);
        return bytes;
    }

    /** The XSAVE area as it stands; empty where the processor has none. */
    Optional<byte[]> extended() {
        // what was changed has to be in the thread to be in what the kernel hands out
        flush();
        Scratch area = new Scratch(LARGEST_XSAVE);
        Scratch vector = new Scratch(16);
        vector.bytes.putLong(0, area.address).putLong(8, LARGEST_XSAVE);
        if (Ptrace.request(Ptrace.GETREGSET, thread.id(), NT_X86_XSTATE, vector.address) != 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[(int) vector.bytes.getLong(8)];
        area.bytes.get(0, bytes);
        return Optional.of(bytes);
    }

    void restore(byte[] saved) {
        fetch();
        general.bytes.put(0, saved);
        dirty = true;
    }

    void invalidate() {
        valid = false;
        floatingValid = false;
        pcDirty = false;
        dirty = false;
        floatingDirty = false;
    }

    /** Writes what was changed. A thread that is being killed takes no more, which its end will tell. */
    void flush() {
        if (dirty) {
            put(Ptrace.SETREGS, 0, general.address, "PTRACE_SETREGS");
        } else if (pcDirty) {
            put(Ptrace.POKEUSER, RIP_OFFSET, general.bytes.getLong(RIP_OFFSET), "PTRACE_POKEUSER");
        }
        if (floatingDirty) {
            put(Ptrace.SETFPREGS, 0, floating.address, "PTRACE_SETFPREGS");
        }
        pcDirty = false;
        dirty = false;
        floatingDirty = false;
    }

    private void put(long request, long address, long data, String name) {
        int error = Ptrace.request(request, thread.id(), address, data);
        if (error != 0 && error != SystemCalls.ESRCH) {
            throw SystemCalls.failed(name, error, "the value does not fit the register");
        }
    }

    private void fetch() {
        if (!valid) {
            read(Ptrace.GETREGS, general.address, "PTRACE_GETREGS");
            valid = true;
        }
    }

    private void fetchFloating() {
        if (!floatingValid) {
            if (floating == null) {
                floating = new Scratch(FLOATING_SIZE);
            }
            read(Ptrace.GETFPREGS, floating.address, "PTRACE_GETFPREGS");
            floatingValid = true;
        }
    }

    private void read(long request, long into, String name) {
        thread.requireStopped();
        int error = Ptrace.request(request, thread.id(), 0, into);
        if (error == SystemCalls.ESRCH) {
            throw new TargetGone(thread.processId(), "is being killed: its thread " + thread.id() + " is gone");
        }
        if (error != 0) {
            throw SystemCalls.failed(name, error, "");
        }
    }
}
