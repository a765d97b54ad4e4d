package gjdbg.unwind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.Stop;
import gjdbg.session.StopReason;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds stacks against what is known of a busy program, stopped anywhere: in C, the vDSO, handlers, on system stacks. */
@Timeout(120)
class BusyStackTest {
    private static final int STOPS = 50;
    private static final int HITS = 6;
    /** In ms; some functions are hardly ever called. */
    private static final int LIMIT = 30;

    /** They run on g0 or gsignal, or where the goroutine is just leaving its stack or coming back. */
    private static final List<String> SYSTEM = List.of(
            "runtime.sigtrampgo",
            "runtime.sighandler",
            "runtime.doSigPreempt",
            "runtime.sigpanic",
            "runtime.asyncPreempt2",
            "runtime.newstack",
            "runtime.copystack",
            "runtime.park_m",
            "runtime.goschedImpl",
            "runtime.gosched_m",
            "runtime.gopreempt_m",
            "runtime.execute",
            "runtime.schedule",
            "runtime.goexit0",
            "runtime.newproc1",
            "runtime.startm",
            "runtime.gcStart",
            "runtime.stopTheWorldWithSema",
            "runtime.startTheWorldWithSema",
            "runtime.gcDrain",
            "runtime.(*mheap).allocSpan",
            "runtime.(*mcache).refill",
            "runtime.largeAlloc",
            "runtime.exitsyscall",
            "runtime.reentersyscall",
            "runtime.asmcgocall");

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "busy",
            modes = {Mode.OPT, Mode.PIE, Mode.CGO, Mode.CGO_INTERNAL, Mode.CGO_STRIPPED, Mode.PIE_STRIPPED})
    void wherever_a_busy_program_is_interrupted_its_stacks_are_whole(GoBinary busy) throws IOException {
        try (LiveSession session = launch(busy);
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            Map<String, Long> ids = started(session);
            Findings findings = new Findings(ids);
            Random random = new Random(7);
            for (int i = 0; i < STOPS; i++) {
                timer.schedule(session::interrupt, random.nextInt(3000), TimeUnit.MICROSECONDS);
                Stop stop = session.resume();
                assertEquals(StopReason.INTERRUPT, stop.reason());
                for (TargetThread thread : session.target().threads()) {
                    findings.add(BusyStack.of(session, thread));
                }
            }
            findings.tell(busy + ": interrupted " + STOPS + " times");
            assertTrue(findings.entries.size() >= 5, "only " + findings.entries + " were met");
        }
    }

    @GoProgramTest(
            program = "busy",
            modes = {Mode.OPT, Mode.CGO})
    void stacks_go_on_from_system_stacks_to_the_goroutine(GoBinary busy) throws IOException {
        try (LiveSession session = launch(busy);
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            Map<String, Long> ids = started(session);
            Findings findings = new Findings(ids);
            Set<String> met = new TreeSet<>();
            for (String name : SYSTEM) {
                if (session.program().main().symbols().functionsNamed(name).isEmpty()) {
                    continue;
                }
                Breakpoint breakpoint = session.addBreakpoint(Where.parse(name), Condition.ALWAYS);
                ScheduledFuture<?> limit = timer.schedule(session::interrupt, LIMIT, TimeUnit.MILLISECONDS);
                for (int i = 0; i < HITS; i++) {
                    Stop stop = session.resume();
                    if (stop.reason() == StopReason.INTERRUPT) {
                        break;
                    }
                    assertEquals(StopReason.BREAKPOINT, stop.reason(), name);
                    met.add(name);
                    findings.add(BusyStack.of(session, stop.thread().orElseThrow()));
                }
                limit.cancel(false);
                breakpoint.remove();
            }
            findings.tell(busy + ": in " + met.size() + " functions of the runtime");
            assertTrue(met.size() > 12, "only " + met);
            assertTrue(findings.handling > 0, "no signal handler was met");
        }
    }

    @GoProgramTest(
            program = "busy",
            modes = {Mode.CGO, Mode.CGO_INTERNAL})
    void stacks_go_on_from_C_to_the_goroutine_that_called_it(GoBinary busy) throws IOException {
        try (LiveSession session = launch(busy)) {
            Map<String, Long> ids = started(session);
            Breakpoint breakpoint = session.addBreakpoint(Where.parse("gjdbg_busy"), Condition.ALWAYS);
            for (int i = 0; i < HITS; i++) {
                TargetThread thread = session.resume().thread().orElseThrow();
                BusyStack stack = BusyStack.of(session, thread);
                assertEquals("gjdbg_busy", stack.innermost());
                assertEquals(Optional.empty(), stack.fault(ids), stack::toString);
                assertTrue(stack.functions().contains("main.crossingLeaf"), stack::toString);
            }
            breakpoint.remove();
        }
    }

    /** Runs until all goroutines are at work; the goids they printed. */
    private Map<String, Long> started(LiveSession session) throws IOException {
        Breakpoint ready = session.addBreakpoint(Where.parse("main.ready"), Condition.ALWAYS);
        assertEquals(StopReason.BREAKPOINT, session.resume().reason());
        ready.remove();
        Map<String, Long> ids = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("out"))) {
            String[] words = line.split(" ");
            ids.put(words[0], Long.parseLong(words[1]));
        }
        assertTrue(ids.size() >= 10, "only " + ids + " have started");
        return ids;
    }

    private LiveSession launch(GoBinary binary) {
        return LiveSession.launch(LaunchRequest.of(binary.path()).withStdout(folder.resolve("out")));
    }

    private static final class Findings {
        private final Map<String, Long> ids;
        private final List<String> faults = new ArrayList<>();
        private final Set<String> entries = new TreeSet<>();
        private int stacks;
        private int users;
        private int frames;
        private int handling;

        Findings(Map<String, Long> ids) {
            this.ids = ids;
        }

        void add(BusyStack stack) {
            stacks++;
            frames += stack.functions().size();
            handling += stack.isHandling() ? 1 : 0;
            if (stack.ofUser()) {
                users++;
                entries.add(stack.functions().get(Math.max(0, stack.functions().size() - 2)));
            }
            stack.fault(ids).ifPresent(fault -> faults.add(fault + ": " + stack));
        }

        void tell(String what) {
            System.out.println(what + ", stacks: " + stacks + ", with functions of the program: " + users
                    + ", in their handlers: " + handling + ", frames: " + frames + ", faults: " + faults.size());
            // In the few instructions in which the runtime changes stacks there is nothing to go by; one in two hundred
            // interrupts may meet them.
            assertTrue(
                    faults.size() * 200 <= stacks,
                    faults.size() + " faults: " + faults.stream().limit(12).toList());
        }
    }
}
