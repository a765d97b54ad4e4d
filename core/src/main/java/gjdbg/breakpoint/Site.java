package gjdbg.breakpoint;

import gjdbg.target.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One patched address, shared by all who want threads to stop there.
 *
 * @param <O> the owners' type
 */
public final class Site<O> {
    static final byte INT3 = (byte) 0xcc;

    private final Address address;
    private final Sites<O> sites;
    private final List<O> owners = new ArrayList<>(2);
    private byte original;
    private boolean inserted;
    private Optional<StepPast> plan = Optional.empty();

    Site(Address address, Sites<O> sites) {
        this.address = address;
        this.sites = sites;
    }

    public Address address() {
        return address;
    }

    /** In the order in which they came; a copy. */
    public List<O> owners() {
        return List.copyOf(owners);
    }

    /** Whether the trap is in memory now. */
    public boolean inserted() {
        return inserted;
    }

    /** The program's own byte at the address. */
    public byte original() {
        return original;
    }

    /** Whether the program itself has an INT3 here, so that it is to get its SIGTRAP too. */
    public boolean programTraps() {
        return original == INT3;
    }

    /**
     * How a thread gets past; made when first asked for, or again after the code was written to. Making it may map memory
     * in the program, so it needs a thread that is stopped.
     */
    public StepPast plan() {
        if (plan.isEmpty()) {
            plan = Optional.of(sites.plan(address));
        }
        return plan.get();
    }

    List<O> mutableOwners() {
        return owners;
    }

    void inserted(boolean now) {
        inserted = now;
    }

    void original(byte octet) {
        original = octet;
    }

    void forgetPlan() {
        plan = Optional.empty();
    }
}
