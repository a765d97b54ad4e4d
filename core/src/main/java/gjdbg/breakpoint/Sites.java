package gjdbg.breakpoint;

import gjdbg.error.MemoryFault;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The patched addresses of one address space: one INT3 each, however many owners it has.
 *
 * @param <O> the owners' type; compared by identity
 */
public final class Sites<O> {
    private static final byte[] TRAP = {Site.INT3};

    private final Memory raw;
    private final StepPastPlanner planner;
    private final MaskedMemory masked;
    private final LongTable<Site<O>> table = new LongTable<>();
    private long lowest = -1L;
    private long highest;
    private boolean resting;

    /** @param raw the bytes as they are */
    public Sites(Memory raw, StepPastPlanner planner) {
        this.raw = Objects.requireNonNull(raw);
        this.planner = Objects.requireNonNull(planner);
        this.masked = new MaskedMemory(raw, this);
    }

    /** The memory as the program sees it. */
    public MaskedMemory memory() {
        return masked;
    }

    /**
     * Adds an owner to the site at the address, which is made and inserted if need be.
     *
     * @throws MemoryFault when there is no memory; then nothing has changed
     */
    public Site<O> add(Address address, O owner) {
        Objects.requireNonNull(owner);
        Site<O> site = table.get(address.value()).orElseGet(() -> new Site<>(address, this));
        if (!site.inserted()) {
            insert(site);
        }
        if (site.owners().isEmpty()) {
            table.put(address.value(), site);
            lowest = Long.compareUnsigned(address.value(), lowest) < 0 ? address.value() : lowest;
            highest = Long.compareUnsigned(address.value(), highest) > 0 ? address.value() : highest;
        }
        site.mutableOwners().add(owner);
        return site;
    }

    /** Takes one owner away, if it is one; the last one takes the site with it, and the program's byte is put back. */
    public void remove(Address address, O owner) {
        table.get(address.value()).ifPresent(site -> {
            List<O> owners = site.mutableOwners();
            for (int i = 0; i < owners.size(); i++) {
                if (owners.get(i) == owner) {
                    owners.remove(i);
                    break;
                }
            }
            if (owners.isEmpty()) {
                lift(site);
                table.remove(address.value());
            }
        });
    }

    public Optional<Site<O>> at(Address address) {
        return table.get(address.value());
    }

    /** In the order of their addresses. */
    public List<Site<O>> all() {
        List<Site<O>> sites = new ArrayList<>(table.size());
        table.each(sites::add);
        sites.sort(Comparator.comparing(Site::address));
        return sites;
    }

    /** Puts the program's byte back for a while, for a step in place; without effect when it is there. */
    public void lift(Site<O> site) {
        if (!site.inserted()) {
            return;
        }
        site.inserted(false);
        try {
            // A program that writes its own code has overwritten the trap: its byte is the one that counts.
            if (raw.u8(site.address()) == (Site.INT3 & 0xff)) {
                raw.write(site.address(), new byte[] {site.original()});
            }
        } catch (MemoryFault e) {
            // The code was unmapped, and the trap with it.
        }
    }

    /**
     * Puts the trap in; without effect when it is in, and while the sites rest not before {@link #arm}.
     *
     * @throws MemoryFault when there is no memory
     */
    public void insert(Site<O> site) {
        if (site.inserted()) {
            return;
        }
        byte now = (byte) raw.u8(site.address());
        if (now != site.original()) {
            site.original(now);
            site.forgetPlan();
        }
        if (!resting) {
            raw.write(site.address(), TRAP);
            site.inserted(true);
        }
    }

    /** Puts every byte back, as before a detach; the sites and their owners stay known. */
    public void liftAll() {
        table.each(this::lift);
    }

    /** As {@link #liftAll}, until {@link #arm}: for a time in which no thread runs. */
    public void rest() {
        resting = true;
        liftAll();
    }

    /** Puts the traps of all sites in, whose memory is still there. */
    public void arm() {
        if (!resting) {
            return;
        }
        resting = false;
        table.each(site -> {
            try {
                insert(site);
            } catch (MemoryFault e) {
                // the code was unmapped, and can't be reached
            }
        });
    }

    /** Forgets all sites without touching memory: the address space is gone (execve, exit). */
    public void clear() {
        table.clear();
        lowest = -1L;
        highest = 0;
    }

    StepPast plan(Address address) {
        return planner.plan(address, masked);
    }

    /** False when there is surely no site in the range, which is cheap to tell for all but code. */
    boolean anyNear(long start, long length) {
        return table.size() != 0
                && Long.compareUnsigned(start, highest) <= 0
                && Long.compareUnsigned(start + length - 1, lowest) >= 0;
    }

    /** Hands over the sites in the range. */
    void within(long start, long length, Consumer<Site<O>> visitor) {
        if (!anyNear(start, length)) {
            return;
        }
        if (length <= table.size()) {
            for (long i = 0; i < length; i++) {
                Optional<Site<O>> site = table.get(start + i);
                if (site.isPresent()) {
                    visitor.accept(site.get());
                }
            }
        } else {
            table.each(site -> {
                if (Long.compareUnsigned(site.address().value() - start, length) < 0) {
                    visitor.accept(site);
                }
            });
        }
    }
}
