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
record WaitLayout(
        int g,
        int next,
        int prev,
        int elem,
        int channel,
        int waitLink,
        int isSelect,
        int treap,
        int when,
        int senders) {
    private static final String SUDOG = "runtime.sudog";

    /** @throws Unavailable where the debugging information lacks one of them */
    static WaitLayout of(Optional<Dwarf> dwarf) {
        DebugStructs structs = new DebugStructs(
                dwarf.orElseThrow(() -> unavailable("the executable has no debugging information")),
                Set.of(SUDOG, "runtime.semaRoot", "runtime.timer", "runtime.hchan"));
        int elem = needed(structs, SUDOG, "elem");
        int channel = needed(structs, SUDOG, "c");
        return new WaitLayout(
                needed(structs, SUDOG, "g"),
                needed(structs, SUDOG, "next"),
                needed(structs, SUDOG, "prev"),
                // from 1.26 on they are structs that have the pointer twice, of which vu counts
                structs.offset(SUDOG, "elem", "vu").orElse(elem),
                structs.offset(SUDOG, "c", "vu").orElse(channel),
                needed(structs, SUDOG, "waitlink"),
                needed(structs, SUDOG, "isSelect"),
                needed(structs, "runtime.semaRoot", "treap"),
                needed(structs, "runtime.timer", "when"),
                structs.offset("runtime.hchan", "sendq", "first")
                        .orElseThrow(
                                () -> unavailable("the debugging information does not tell of runtime.hchan.sendq")));
    }

    private static int needed(DebugStructs structs, String struct, String field) {
        return structs.offset(struct, field)
                .orElseThrow(() -> unavailable("the debugging information does not tell of " + struct + "." + field));
    }

    private static Unavailable unavailable(String why) {
        return new Unavailable("goroutine.waitingOn", why);
    }
}
