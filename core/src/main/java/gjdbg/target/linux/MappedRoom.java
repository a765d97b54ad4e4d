package gjdbg.target.linux;

import gjdbg.error.Unavailable;
import gjdbg.target.Address;
import gjdbg.target.Room;

/**
 * Room in mappings of its own, made by a thread of the target that stands. They are never given back: the program's values
 * point there. A garbage collector does not look at them, so nothing may be put there that points back.
 */
final class MappedRoom implements Room {
    private static final long SYS_MMAP = 9;
    private static final long PROT_READ_WRITE = 0x1 | 0x2;
    /** MAP_PRIVATE and MAP_ANONYMOUS (mmap(2)). */
    private static final long FLAGS = 0x02 | 0x20;

    private static final int PAGE = 4096;
    /** Mapped at once, so that a handler that sets a text each time makes few system calls. */
    private static final int CHUNK = 64 << 10;

    private static final int ALIGNMENT = 16;

    private final LiveProcess process;
    private long next;
    private long left;

    MappedRoom(LiveProcess process) {
        this.process = process;
    }

    @Override
    public Address put(byte[] bytes) {
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " bytes");
        }
        // what is empty has an address too
        long size = roundedUp(Math.max(bytes.length, 1), ALIGNMENT);
        Address address;
        if (size > CHUNK / 2) {
            address = map(roundedUp(size, PAGE));
        } else {
            if (size > left) {
                next = map(CHUNK).value();
                left = CHUNK;
            }
            address = new Address(next);
            next += size;
            left -= size;
        }
        process.memory().write(address, bytes);
        return address;
    }

    /** The process runs another program, in whose memory this is not. */
    void forget() {
        left = 0;
    }

    private Address map(long size) {
        // one that waits for the child of its vfork can't
        LiveThread thread = process.liveThreads().stream()
                .filter(each -> each.stopped() && each.vforkChild.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Unavailable(
                        "", "no thread of the target stands, which is needed to make room for the value"));
        long mapped = process.systemCall(thread, SYS_MMAP, 0, size, PROT_READ_WRITE, FLAGS, -1, 0);
        // a thread that stands is to have its own registers, should gjdbg die now
        thread.registers().flush();
        process.invalidateMappings();
        if (mapped < 0 && mapped >= -PAGE) {
            throw SystemCalls.failed("mmap in the target", (int) -mapped, "the value needs room there");
        }
        return new Address(mapped);
    }

    private static long roundedUp(long size, int unit) {
        return (size + unit - 1) / unit * unit;
    }
}
