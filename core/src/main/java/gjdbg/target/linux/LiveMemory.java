package gjdbg.target.linux;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The memory of a live process as it is, inserted breakpoints included: one process_vm_readv(2) or process_vm_writev(2)
 * where that does, and /proc/pid/mem (proc(5)), which may do what the mapping's permissions forbid, where not.
 */
final class LiveMemory implements Memory {
    private static final int CHUNK = 1 << 16;

    /** A living thread to ask through, for a process whose first thread has ended can't be asked by its own id. */
    private final IntSupplier tid;

    /** Counts how often a thread was let run. */
    private final LongSupplier resumptions;

    private final Scratch chunk = new Scratch(CHUNK);
    /** Two struct iovec: gjdbg's side and the target's. */
    private final Scratch vectors = new Scratch(32);

    private int file = -1;
    private long writes;

    LiveMemory(IntSupplier tid, LongSupplier resumptions) {
        this.tid = tid;
        this.resumptions = resumptions;
        vectors.bytes.putLong(0, chunk.address);
    }

    /** A thread to ask through. */
    int tid() {
        return tid.getAsInt();
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        for (int done = 0; done < length; ) {
            int part = Math.min(CHUNK, length - done);
            if (!fill(address.value() + done, part)) {
                throw new MemoryFault("read", address.value(), length);
            }
            chunk.bytes.get(0, into, offset + done, part);
            done += part;
        }
    }

    @Override
    public long u64(Address address) {
        if (!fill(address.value(), 8)) {
            throw new MemoryFault("read", address.value(), 8);
        }
        return chunk.bytes.getLong(0);
    }

    @Override
    public int u8(Address address) {
        if (!fill(address.value(), 1)) {
            throw new MemoryFault("read", address.value(), 1);
        }
        return chunk.bytes.get(0) & 0xff;
    }

    @Override
    public long moment() {
        return resumptions.getAsLong() + writes;
    }

    @Override
    public void write(Address address, byte[] bytes) {
        writes++;
        for (int done = 0; done < bytes.length; ) {
            int part = Math.min(CHUNK, bytes.length - done);
            chunk.bytes.put(0, bytes, done, part);
            if (!spill(address.value() + done, part)) {
                throw new MemoryFault("write", address.value(), bytes.length);
            }
            done += part;
        }
    }

    /** Reads into the chunk. */
    private boolean fill(long address, int length) {
        vectors.bytes.putLong(8, length).putLong(16, address).putLong(24, length);
        long got = SystemCalls.process_vm_readv(tid.getAsInt(), vectors.address, 1, vectors.address + 16, 1, 0);
        return got == length || address >= 0 && through(false, address, length);
    }

    /** Writes from the chunk. */
    private boolean spill(long address, int length) {
        vectors.bytes.putLong(8, length).putLong(16, address).putLong(24, length);
        long put = SystemCalls.process_vm_writev(tid.getAsInt(), vectors.address, 1, vectors.address + 16, 1, 0);
        return put == length || address >= 0 && through(true, address, length);
    }

    private boolean through(boolean writing, long address, int length) {
        if (file < 0) {
            file = SystemCalls.open("/proc/" + tid.getAsInt() + "/mem", SystemCalls.O_RDWR | SystemCalls.O_CLOEXEC, 0);
            if (file < 0) {
                return false;
            }
        }
        int done = 0;
        while (done < length) {
            long part = writing
                    ? SystemCalls.pwrite(file, chunk.address + done, length - done, address + done)
                    : SystemCalls.pread(file, chunk.address + done, length - done, address + done);
            if (part <= 0) {
                return false;
            }
            done += (int) part;
        }
        return true;
    }

    /** To be called when the process runs another program, and at its end: the open file shows the memory of before. */
    void close() {
        if (file >= 0) {
            SystemCalls.close(file);
            file = -1;
        }
    }
}
