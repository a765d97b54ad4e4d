package gjdbg.target.core;

import gjdbg.elf.LargeFile;
import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The memory of a process as its core has it, and the files that were mapped. Safe for use by several threads. */
final class CoreMemory implements Memory {
    private final LargeFile core;
    private final List<Region> regions;
    private final Backing backing;
    private final String truncation;
    /** Where the last read was, for the next one is mostly near. */
    private volatile Region last;

    /** @param truncation what to say of bytes that are cut off; "" for a whole core */
    CoreMemory(LargeFile core, List<Region> regions, Backing backing, String truncation) {
        this.core = core;
        this.regions = regions;
        this.backing = backing;
        this.truncation = truncation;
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        for (int done = 0; done < length; ) {
            long at = address.value() + done;
            Region region = regionAt(at);
            if (region == null) {
                throw new MemoryFault("read", address.value(), length, nothingMapped());
            }
            long place = at - region.start();
            int part;
            if (place < region.held()) {
                part = (int) Math.min(length - done, region.held() - place);
                core.read(region.loaded().orElseThrow().position() + place, into, offset + done, part);
            } else {
                part = (int) Math.min(length - done, region.end() - at);
                if (!backing.read(region, place, into, offset + done, part)) {
                    throw new MemoryFault("read", address.value(), length, notHeld(region, place));
                }
            }
            done += part;
        }
    }

    @Override
    public long u64(Address address) {
        Region region = regionAt(address.value());
        if (region != null) {
            long place = address.value() - region.start();
            if (place <= region.held() - 8) {
                return core.u64(region.loaded().orElseThrow().position() + place);
            }
        }
        return Memory.super.u64(address);
    }

    @Override
    public void write(Address address, byte[] bytes) {
        throw CoreTarget.refusal(core.path());
    }

    private Region regionAt(long address) {
        Region near = last;
        if (near != null && Long.compareUnsigned(address - near.start(), near.end() - near.start()) < 0) {
            return near;
        }
        Optional<Region> found = Span.at(regions, address);
        found.ifPresent(region -> last = region);
        return found.orElse(null);
    }

    private String nothingMapped() {
        return truncation.isEmpty() ? "no such memory was mapped there" : "not in the core, which is " + truncation;
    }

    private String notHeld(Region region, long place) {
        return place < region.meant()
                ? "not in the core, which is " + truncation
                : "not in the core" + Backing.why(region);
    }
}
