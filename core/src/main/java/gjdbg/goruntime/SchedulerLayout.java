package gjdbg.goruntime;

import gjdbg.dwarf.Dwarf;
import gjdbg.error.Unavailable;
import java.util.Optional;
import java.util.Set;

/** Offsets in bytes within the structures of the runtime's scheduler, as the program's own DWARF tells them. */
final class SchedulerLayout {
    static final String WHAT = "target.scheduler";

    private final DebugStructs structs;

    /** @throws Unavailable for a program without DWARF */
    SchedulerLayout(Optional<Dwarf> dwarf) {
        structs = new DebugStructs(
                dwarf.orElseThrow(() -> new Unavailable(WHAT, "the executable has no debugging information")),
                Set.of(
                        "runtime.schedt",
                        "runtime.p",
                        "runtime.m",
                        "runtime.g",
                        "runtime.timer",
                        "runtime.timerWhen",
                        "runtime.mstats"));
    }

    int sched(String... path) {
        return structs.needed(WHAT, "runtime.schedt", path);
    }

    int p(String... path) {
        return structs.needed(WHAT, "runtime.p", path);
    }

    int m(String... path) {
        return structs.needed(WHAT, "runtime.m", path);
    }

    int g(String field) {
        return structs.needed(WHAT, "runtime.g", field);
    }

    int timer(String field) {
        return structs.needed(WHAT, "runtime.timer", field);
    }

    int statistics(String field) {
        return structs.needed(WHAT, "runtime.mstats", field);
    }

    /** Whether runtime.p has timers that are a heap of pairs, as from Go 1.23 on; a list of pointers before. */
    boolean hasTimerHeap() {
        return structs.offset("runtime.p", "timers", "heap").isPresent();
    }

    /** From Go 1.26 on idle Ms stand in a list through a node of their own. */
    boolean hasIdleNodes() {
        return structs.offset("runtime.m", "idleNode", "next").isPresent();
    }
}
