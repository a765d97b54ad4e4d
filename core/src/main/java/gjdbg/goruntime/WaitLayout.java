package gjdbg.goruntime;

import gjdbg.dwarf.Dwarf;
import gjdbg.error.Unavailable;
import java.util.Optional;
import java.util.Set;

/**
 * Offsets in bytes within runtime.sudog, and in runtime.semaRoot, runtime.timer and runtime.hchan where they are named so.
 *
 * @param next to the right in a semaphore root's treap, as prev is to the left; in a channel's queue the next one
 * @param senders where hchan has the first of those that wait to send
 */
record WaitLayout(int g, int next, int prev, int elem, int channel, int waitLink, int treap, int when, int senders) {
    private static final String WHAT = "goroutine.waitingOn";
    private static final String SUDOG = "runtime.sudog";

    /** @throws Unavailable where the debugging information lacks one of them */
    static WaitLayout of(Optional<Dwarf> dwarf) {
        DebugStructs structs = new DebugStructs(
                dwarf.orElseThrow(() -> new Unavailable(WHAT, "the executable has no debugging information")),
                Set.of(SUDOG, "runtime.semaRoot", "runtime.timer", "runtime.hchan"));
        int elem = structs.needed(WHAT, SUDOG, "elem");
        int channel = structs.needed(WHAT, SUDOG, "c");
        return new WaitLayout(
                structs.needed(WHAT, SUDOG, "g"),
                structs.needed(WHAT, SUDOG, "next"),
                structs.needed(WHAT, SUDOG, "prev"),
                // from 1.26 on they are structs that have the pointer twice, of which vu counts
                structs.offset(SUDOG, "elem", "vu").orElse(elem),
                structs.offset(SUDOG, "c", "vu").orElse(channel),
                structs.needed(WHAT, SUDOG, "waitlink"),
                structs.needed(WHAT, "runtime.semaRoot", "treap"),
                structs.needed(WHAT, "runtime.timer", "when"),
                structs.needed(WHAT, "runtime.hchan", "sendq", "first"));
    }
}
