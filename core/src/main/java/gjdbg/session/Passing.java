package gjdbg.session;

import gjdbg.breakpoint.Site;
import gjdbg.breakpoint.Sites;
import gjdbg.breakpoint.SlotPool;
import gjdbg.breakpoint.SlotPosition;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.SignalInfo;
import gjdbg.target.linux.ThreadRegisters;
import gjdbg.target.linux.WaitEvent;
import java.util.Optional;

/**
 * How threads arrive at sites and get past them while the INT3 stays in. A thread's PC is in a slot only while it runs:
 * at every stop it is put back to where the program's own instruction is, so that neither a user nor a signal handler of
 * the target sees it there.
 */
final class Passing {
    /** What an executed INT3 was. */
    sealed interface Arrival {
        record AtSite(Site<SiteUser> site) implements Arrival {}

        /** The site was removed after the thread had run into it. */
        record SiteGone() implements Arrival {}

        /** The program's own instruction. */
        record OwnTrap() implements Arrival {}
    }

    private static final int INT3 = 0xcc;

    private final LiveProcess process;
    private final Sites<SiteUser> sites;
    private final SlotPool slots;
    private final Memory memory;
    private final InPlaceStep inPlace;

    Passing(LiveProcess process, Sites<SiteUser> sites, SlotPool slots, InPlaceStep inPlace) {
        this.process = process;
        this.sites = sites;
        this.slots = slots;
        memory = sites.memory();
        this.inPlace = inPlace;
    }

    /** Puts the PC of a thread that has executed an INT3 back onto the instruction, if the INT3 was ours. */
    Arrival arrive(Tracee tracee) {
        ThreadRegisters registers = tracee.thread().registers();
        long address = registers.programCounter() - 1;
        Optional<Site<SiteUser>> site = sites.at(new Address(address));
        if (site.isPresent() && !site.get().programTraps()) {
            registers.setProgramCounter(address);
            tracee.passing(address);
            return new Arrival.AtSite(site.get());
        }
        if (process.memory().u8(new Address(address)) != INT3) {
            registers.setProgramCounter(address);
            return new Arrival.SiteGone();
        }
        return new Arrival.OwnTrap();
    }

    /** Makes the thread go on past its site. True when it will run in a slot, its instruction not yet executed. */
    boolean past(Tracee tracee) {
        long address = tracee.passing();
        tracee.passing(0);
        ThreadRegisters registers = tracee.thread().registers();
        Optional<Site<SiteUser>> site = sites.at(new Address(address));
        if (site.isEmpty() || registers.programCounter() != address) {
            return false;
        }
        if (site.get().plan().apply(registers, memory)) {
            return slots.positionOf(new Address(registers.programCounter())).isPresent();
        }
        inPlace.step(tracee.thread(), site.get());
        return false;
    }

    /**
     * A trap that came while all threads were being stopped: one of ours is undone, so that it comes again and counts
     * then. False for a trap that has to be dealt with.
     */
    boolean settle(Tracee tracee, WaitEvent.Trap kind) {
        return switch (kind) {
            case BREAKPOINT -> {
                Arrival arrival = arrive(tracee);
                tracee.passing(0);
                yield !(arrival instanceof Arrival.OwnTrap);
            }
            case STEP -> {
                leftSlot(tracee);
                yield true;
            }
            case HARDWARE, OTHER -> false;
        };
    }

    /** The single step out of a slot has ended. */
    void leftSlot(Tracee tracee) {
        tracee.leavingSlot(false);
        outOfSlot(tracee);
    }

    /** Puts the PC of a thread that was stopped in a slot back into the program's text. */
    void outOfSlot(Tracee tracee) {
        Optional<SlotPosition> position = slots.settle(tracee.thread().registers());
        if (position.isPresent()) {
            switch (position.get()) {
                case SlotPosition.NotStarted(Address original) -> tracee.passing(original.value());
                case SlotPosition.Done done -> tracee.passing(0);
            }
        }
    }

    /** As {@link #outOfSlot}, for a thread that is about to get a signal: a fault belongs to the program's own instruction. */
    void signalled(Tracee tracee, SignalInfo info) {
        outOfSlot(tracee);
        if (info.isFault()) {
            tracee.passing(0);
        }
    }
}
