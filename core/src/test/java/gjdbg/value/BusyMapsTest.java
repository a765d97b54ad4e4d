package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that writes to a map all the time is stopped anywhere, in the midst of a write for the most part. */
class BusyMapsTest {
    private static final int STOPS = 100;
    private static final int STAYING = 1000;

    private int lost;
    private int compared;

    static List<MapBuilds> builds() {
        return MapBuilds.of(Mode.OPT);
    }

    @ParameterizedTest
    @MethodSource("builds")
    void a_map_reads_whole_while_it_is_written(MapBuilds build) {
        LaunchRequest request = LaunchRequest.of(build.with(Map.of()).path(), "write");
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("main.write"), Condition.ALWAYS);
            session.resume();
            for (int i = 0; i < STOPS; i++) {
                CompletableFuture.delayedExecutor(1 + i % 7, TimeUnit.MILLISECONDS)
                        .execute(session::interrupt);
                assertEquals(StopReason.INTERRUPT, session.resume().reason());
                check(session.globals().find("main.busy").orElseThrow());
            }
        }
        System.out.println(build + ": " + STOPS + " stops, " + compared + " entries compared, " + lost
                + " of an entry that was just being moved");
        assertTrue(compared > STAYING * STOPS / 2, "only " + compared + " were compared");
        assertTrue(lost < STOPS / 10, lost + " stops in which an entry was lost");
    }

    private void check(Value busy) {
        if (!(busy.read() instanceof Reading.Mapping map)) {
            return;
        }
        Map<Long, Long> found = new HashMap<>();
        for (Reading.Entry entry : map.entries()) {
            long key = ((Reading.Int) entry.key().read()).value();
            long value = ((Reading.Int) entry.value().read()).value();
            Long other = found.put(key, value);
            // a slot whose key or value is just being written or cleared has 0 there
            assertTrue(other == null || key == 0, () -> "key " + key + " is there twice");
            assertTrue(value == 2 * key || value == 0 || key == 0, () -> "key " + key + " has " + value);
            compared++;
        }
        boolean whole = true;
        for (long key = 1; key < STAYING; key++) {
            whole &= found.containsKey(key);
        }
        lost += whole ? 0 : 1;
    }
}
