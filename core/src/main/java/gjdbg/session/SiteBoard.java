package gjdbg.session;

import gjdbg.breakpoint.Site;
import gjdbg.breakpoint.Sites;
import gjdbg.target.Address;
import gjdbg.target.linux.LiveThread;
import gjdbg.unwind.Frame;
import java.util.Optional;
import java.util.function.Function;

/** Who waits at which address: many users, one INT3. */
final class SiteBoard {
    private final Sites<SiteUser> sites;
    private final Function<LiveThread, Frame> innermost;

    SiteBoard(Sites<SiteUser> sites, Function<LiveThread, Frame> innermost) {
        this.sites = sites;
        this.innermost = innermost;
    }

    /** @throws gjdbg.error.MemoryFault when there is no code at the address */
    void add(Address address, SiteUser user) {
        sites.add(address, user);
    }

    /** Removes one registration of the user; nothing happens where there is none. */
    void remove(Address address, SiteUser user) {
        sites.remove(address, user);
    }

    /** Tells every user of the site. What the script asked for goes before the end of a step. */
    Optional<Stop> reached(Site<SiteUser> site, LiveThread thread) {
        Frame frame = innermost.apply(thread);
        Optional<Stop> stop = Optional.empty();
        for (SiteUser user : site.owners()) {
            Optional<Stop> wanted = user.reached(frame);
            if (wanted.isPresent() && (stop.isEmpty() || stop.get().reason() == StopReason.STEP)) {
                stop = wanted;
            }
        }
        return stop;
    }
}
