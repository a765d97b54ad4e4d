package gjdbg.breakpoint;

import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.amd64.InstructionDecoder;
import java.util.Objects;

/** Memory as the program has it: inserted breakpoints are neither seen nor overwritten. */
public final class MaskedMemory implements Memory {
    private final Memory raw;
    private final Sites<?> sites;

    MaskedMemory(Memory raw, Sites<?> sites) {
        this.raw = raw;
        this.sites = sites;
    }

    @Override
    public void read(Address address, byte[] into, int offset, int length) {
        raw.read(address, into, offset, length);
        if (length > 0 && sites.anyNear(address.value(), length)) {
            mask(sites, address.value(), into, offset, length);
        }
    }

    // Single numbers are what hot paths read, nearly all of them far from any code.

    @Override
    public int u8(Address address) {
        return sites.anyNear(address.value(), 1) ? Memory.super.u8(address) : raw.u8(address);
    }

    @Override
    public long u64(Address address) {
        return sites.anyNear(address.value(), 8) ? Memory.super.u64(address) : raw.u64(address);
    }

    @Override
    public long moment() {
        return raw.moment();
    }

    @Override
    public void write(Address address, byte[] bytes) {
        Objects.requireNonNull(bytes);
        if (bytes.length > 0) {
            write(sites, address, bytes);
        }
    }

    private static <O> void mask(Sites<O> sites, long start, byte[] into, int offset, int length) {
        sites.within(start, length, site -> {
            int at = offset + (int) (site.address().value() - start);
            // Anything but the trap was written by the program itself.
            if (site.inserted() && into[at] == Site.INT3) {
                into[at] = site.original();
            }
        });
    }

    private <O> void write(Sites<O> in, Address address, byte[] bytes) {
        byte[] patched = bytes.clone();
        in.within(address.value(), bytes.length, site -> {
            if (site.inserted()) {
                patched[(int) (site.address().value() - address.value())] = Site.INT3;
            }
        });
        raw.write(address, patched);
        in.within(address.value(), bytes.length, site -> {
            if (site.inserted()) {
                site.original(bytes[(int) (site.address().value() - address.value())]);
            }
        });
        // An instruction that starts before the range may reach into it.
        int before = InstructionDecoder.MAX_LENGTH - 1;
        in.within(address.value() - before, (long) bytes.length + before, Site::forgetPlan);
    }
}
