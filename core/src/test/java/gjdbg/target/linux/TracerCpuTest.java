package gjdbg.target.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TracerCpuTest {
    private static final String TRAPS =
            "int main(void) { for (int i = 0; i < 100; i++) __asm__ volatile(\"int3\"); return 0; }";

    @Test
    void theTracerFollowsTheThreadThatTrapsAndHasItsCpusBackAfterwards() {
        long before = cpus(0);
        assumeTrue(Long.bitCount(before) > 1, "there is but one CPU to choose from");
        LiveProcess process = LiveProcess.launch(LaunchRequest.of(CProgram.build(TRAPS)));
        LiveThread thread = process.liveThreads().getFirst();
        for (int i = 0; i < 50; i++) {
            process.resume(thread, 0);
            assertInstanceOf(WaitEvent.Trapped.class, process.await());
        }
        assertEquals(1, Long.bitCount(cpus(0)));
        assertEquals(cpus(0), cpus(thread.id()));
        process.followCpu(false);
        assertEquals(before, cpus(0));
        assertEquals(before, cpus(thread.id()));
        process.followCpu(true);
        for (int i = 0; i < 50; i++) {
            process.resume(thread, 0);
            assertInstanceOf(WaitEvent.Trapped.class, process.await());
        }
        assertEquals(1, Long.bitCount(cpus(0)));
        process.kill();
        assertEquals(before, cpus(0));
    }

    private static long cpus(int tid) {
        Scratch mask = new Scratch(128);
        assertEquals(0, SystemCalls.sched_getaffinity(tid, 128, mask.address));
        return mask.bytes.getLong(0);
    }
}
