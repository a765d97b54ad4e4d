package gjdbg.value;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.lang.ref.WeakReference;
import java.util.Objects;

/**
 * Memory for the values that a walk gives: what the walk has read ahead serves them too, as long as the walk goes on. One
 * that is kept after that reads the target's memory itself, and does not keep the walk's.
 */
final class WalkMemory implements Memory {
    private final Memory raw;
    private final WeakReference<ReadAhead> ahead;

    WalkMemory(Memory raw, ReadAhead ahead) {
        this.raw = Objects.requireNonNull(raw);
        this.ahead = new WeakReference<>(ahead);
    }

    /** The target's own memory, also where that is looked at through a walk's. */
    static Memory own(Memory memory) {
        return memory instanceof WalkMemory walk ? walk.raw : memory;
    }

    private Memory current() {
        ReadAhead known = ahead.get();
        return known == null ? raw : known;
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        current().read(address, into, offset, length);
    }

    @Override
    public long u64(Address address) {
        return current().u64(address);
    }

    @Override
    public int u8(Address address) {
        return current().u8(address);
    }

    @Override
    public void write(Address address, byte[] bytes) {
        raw.write(address, bytes);
    }

    @Override
    public long moment() {
        return raw.moment();
    }
}
