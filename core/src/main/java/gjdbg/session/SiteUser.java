package gjdbg.session;

import gjdbg.unwind.Frame;
import java.util.Optional;

/** Wants to know when a thread reaches an address; several may share one. */
interface SiteUser {
    /** Called with only that thread stopped, at the address, its instruction not yet executed. Empty lets it go on. */
    Optional<Stop> reached(Frame frame);
}
