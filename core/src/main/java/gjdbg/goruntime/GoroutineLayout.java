package gjdbg.goruntime;

import gjdbg.dwarf.Dwarf;
import gjdbg.error.Unavailable;
import java.util.Optional;
import java.util.Set;

/**
 * Offsets in bytes within runtime.g (runtime/runtime2.go) and, for procid, runtime.m. Fields that the release does not have
 * are -1.
 *
 * @param length how many bytes of runtime.g hold all the others
 */
record GoroutineLayout(
        int status,
        int waitSince,
        int waitReason,
        int goPc,
        int startPc,
        int labels,
        int lockedM,
        int waiting,
        int parent,
        int sleepWhen,
        int syscallBp,
        int runningCleanups,
        int timer,
        int procId,
        int length) {
    private static final String WHAT = "the list of goroutines";
    private static final String G = "runtime.g";
    private static final String M = "runtime.m";

    /** @throws Unavailable for a program without DWARF, or whose DWARF lacks what every release has */
    static GoroutineLayout of(Optional<Dwarf> dwarf, RuntimeLayout common) {
        DebugStructs structs = new DebugStructs(
                dwarf.orElseThrow(() -> new Unavailable(WHAT, "the executable has no debugging information")),
                Set.of(G, M));
        int status = structs.needed(WHAT, G, "atomicstatus");
        int[] at = {
            structs.offset(G, "atomicstatus", "value").orElse(status),
            structs.needed(WHAT, G, "waitsince"),
            structs.needed(WHAT, G, "waitreason"),
            structs.needed(WHAT, G, "gopc"),
            structs.needed(WHAT, G, "startpc"),
            structs.needed(WHAT, G, "labels"),
            structs.needed(WHAT, G, "lockedm"),
            structs.needed(WHAT, G, "waiting"),
            structs.offset(G, "parentGoid").orElse(-1),
            structs.offset(G, "sleepWhen").orElse(-1),
            structs.offset(G, "syscallbp").orElse(-1),
            structs.offset(G, "runningCleanups").orElse(-1),
            structs.offset(G, "timer").orElse(-1)
        };
        int length = common.gLength();
        for (int offset : at) {
            length = Math.max(length, offset + 8);
        }
        return new GoroutineLayout(
                at[0],
                at[1],
                at[2],
                at[3],
                at[4],
                at[5],
                at[6],
                at[7],
                at[8],
                at[9],
                at[10],
                at[11],
                at[12],
                structs.needed(WHAT, M, "procid"),
                length);
    }
}
