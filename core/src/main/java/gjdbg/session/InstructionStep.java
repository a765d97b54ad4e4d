package gjdbg.session;

import gjdbg.breakpoint.Site;
import gjdbg.breakpoint.Sites;
import gjdbg.error.BadRequest;
import gjdbg.target.Address;
import gjdbg.target.linux.LiveThread;
import gjdbg.target.linux.WaitEvent;
import java.util.List;
import java.util.Optional;

/** Runs one instruction of one thread, the others staying stopped. */
record InstructionStep(Sites<SiteUser> sites, Tracees tracees, InPlaceStep inPlace, Conductor conductor) {
    Stop step(LiveThread thread) {
        if (conductor.busy()) {
            throw new BadRequest("a thread can't be stepped from within a handler");
        }
        tracees.of(thread).passing(0);
        Optional<Site<SiteUser>> site = sites.at(new Address(thread.registers().programCounter()));
        if (site.isPresent()) {
            inPlace.step(thread, site.get());
        } else {
            inPlace.stepOnce(thread);
        }
        List<WaitEvent> events = inPlace.takeEvents();
        boolean fault = events.removeIf(event -> event instanceof WaitEvent.Signalled(LiveThread who, int signal)
                && who == thread
                && signal == thread.pendingSignal());
        return conductor
                .takeUp(events)
                .orElseGet(() ->
                        fault ? Stop.signalled(thread.pendingSignal(), thread) : Stop.of(StopReason.STEP, thread));
    }
}
