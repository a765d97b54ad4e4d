package gjdbg.session;

import gjdbg.breakpoint.Site;
import gjdbg.breakpoint.Sites;
import gjdbg.target.linux.ForeignProcess;
import gjdbg.target.linux.LiveProcess;

/**
 * Children that the target forks are not debugged, but must not meet the target's breakpoints: a copy of its memory gets
 * its own bytes back, and one that shares the memory is kept company until it executes a program or ends.
 */
final class Children {
    private final LiveProcess process;
    private final Sites<SiteUser> sites;

    Children(LiveProcess process, Sites<SiteUser> sites) {
        this.process = process;
        this.sites = sites;
    }

    void born(ForeignProcess child) {
        if (child.sharesMemory()) {
            process.childThreads(child).forEach(thread -> process.resume(thread, 0));
            return;
        }
        for (Site<SiteUser> site : sites.all()) {
            if (site.inserted()) {
                child.memory().write(site.address(), new byte[] {site.original()});
            }
        }
        process.detachChild(child);
    }
}
