package gjdbg.session;

import gjdbg.breakpoint.Site;
import gjdbg.breakpoint.Sites;
import gjdbg.target.linux.LiveProcess;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The last resort for an instruction that can neither be emulated nor displaced: with every other thread stopped the INT3
 * is lifted for one single step.
 */
final class InPlaceStep {
    private final LiveProcess process;
    private final Sites<SiteUser> sites;
    private final SignalPolicy policy;
    private List<WaitEvent> happened = new ArrayList<>();
    private boolean stoppedAll;

    InPlaceStep(LiveProcess process, Sites<SiteUser> sites, SignalPolicy policy) {
        this.process = process;
        this.sites = sites;
        this.policy = policy;
    }

    void step(LiveThread thread, Site<SiteUser> site) {
        stoppedAll = true;
        happened.addAll(process.stopAll());
        sites.lift(site);
        try {
            stepOnce(thread);
        } finally {
            sites.insert(site);
        }
    }

    /**
     * One instruction of a thread, with no other running; signals that come meanwhile are held. Where the instruction
     * faults, the step ends at the handler's first one; without a handler the thread keeps the signal.
     */
    void stepOnce(LiveThread thread) {
        process.singleStep(thread, 0);
        while (true) {
            WaitEvent event = process.await();
            switch (event) {
                case WaitEvent.Trapped(LiveThread who, WaitEvent.Trap kind)
                when who == thread -> {
                    return;
                }
                case WaitEvent.Signalled(LiveThread who, int signal)
                when who == thread -> {
                    if (!process.getSignalInfo(thread).isFault()) {
                        process.holdSignal(thread);
                        process.singleStep(thread, 0);
                    } else if (policy.stops(signal)) {
                        happened.add(event);
                        return;
                    } else {
                        // held, it would come again and again
                        process.singleStep(thread, signal);
                    }
                }
                case WaitEvent.Interrupted(LiveThread who) when who == thread -> process.singleStep(thread, 0);
                case WaitEvent.ThreadEnded(int tid)
                when tid == thread.id() -> {
                    happened.add(event);
                    return;
                }
                case WaitEvent.ProcessEnded ended -> {
                    happened.add(event);
                    return;
                }
                default -> happened.add(event);
            }
        }
    }

    /** Whether threads were stopped for a step since {@link #takeEvents}. */
    boolean happened() {
        return stoppedAll;
    }

    /** What came meanwhile, to be dealt with. */
    List<WaitEvent> takeEvents() {
        stoppedAll = false;
        List<WaitEvent> taken = happened;
        happened = new ArrayList<>();
        return taken;
    }
}
