package gjdbg.goruntime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.Unavailable;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds the goroutines that are read against those that the program itself prints. */
@Timeout(120)
class GoroutinesTest {
    private static final int STOPS = 40;
    private static final long SEED = 20;

    @TempDir
    Path folder;

    @GoProgramTest(
            program = "parked",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void goroutines_are_what_the_program_prints(GoBinary parked) throws IOException {
        Map<Long, Seen> seen = new HashMap<>();
        try (LiveSession session = launch(parked)) {
            session.addBreakpoint(Where.parse("main.checkpoint"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            Goroutines all = session.goRuntime().orElseThrow().goroutines();
            assertEquals(0, all.unreadable());
            for (GoroutineState state : all) {
                if (!state.isSystem()) {
                    seen.put(state.id(), Seen.of(session, state));
                }
            }
            assertTrue(session.resume().ended());
        }
        String output = Files.readString(folder.resolve("out"));
        List<PrintedGoroutine> printed = PrintedGoroutine.all(output);
        assertEquals(PrintedGoroutine.count(output), seen.size());
        assertEquals(PrintedGoroutine.count(output), printed.size());
        List<String> disagreements = new ArrayList<>();
        int frames = 0;
        Set<String> states = new HashSet<>();
        for (PrintedGoroutine each : printed) {
            frames += each.frames().size();
            states.add(each.state());
            Optional.ofNullable(seen.get(each.id()))
                    .flatMap(read -> read.disagreement(each))
                    .ifPresent(disagreements::add);
        }
        for (PrintedGoroutine each : printed) {
            if (!seen.containsKey(each.id())) {
                disagreements.add("not found: " + each);
            }
        }
        assertTrue(states.size() >= 11, "states that were there: " + states);
        assertEquals(
                1,
                seen.values().stream()
                        .filter(each -> each.labels().equals(Map.of("tier", "front", "zone", "b")))
                        .count());
        waitsAreWhatTheProgramPrints(seen, output);
        stacksAreThoseOfTheProfile(seen, output);
        System.out.println(parked + ": goroutines compared: " + printed.size() + ", frames: " + frames
                + ", disagreements: " + disagreements.size());
        assertEquals(List.of(), disagreements);
    }

    /**
     * But for those that run, since the one that writes the profile is elsewhere by then and so may the spinning one be, and a
     * stack of which profiles before Go 1.23 have the first 32 frames only.
     */
    private static void stacksAreThoseOfTheProfile(Map<Long, Seen> seen, String output) {
        Map<List<String>, Integer> read = new HashMap<>();
        for (Seen each : seen.values()) {
            read.merge(asProfiled(each.frames()), 1, Integer::sum);
        }
        Map<List<String>, Integer> profile = new HashMap<>();
        PrintedProfile.of(output).forEach((stack, count) -> profile.merge(asProfiled(stack), count, Integer::sum));
        for (String other : List.of("main.checkpoint ", "main.spin ", "main.deep ")) {
            read.keySet().removeIf(stack -> stack.toString().contains(other));
            profile.keySet().removeIf(stack -> stack.toString().contains(other));
        }
        assertTrue(profile.size() >= 15, profile::toString);
        Map<List<String>, Integer> missing = new HashMap<>(profile);
        missing.entrySet().removeAll(read.entrySet());
        read.entrySet().removeAll(profile.entrySet());
        assertEquals(Map.of(), missing, () -> "read instead: " + read);
    }

    /** Profiles leave out the runtime's panic, and begin stacks of system calls at different ones of the wrappers. */
    private static List<String> asProfiled(List<String> frames) {
        List<String> kept = new ArrayList<>(frames);
        kept.removeIf(frame -> frame.startsWith("panic "));
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).startsWith("syscall.read ")) {
                return kept.subList(i, kept.size());
            }
        }
        return kept;
    }

    private static void waitsAreWhatTheProgramPrints(Map<Long, Seen> seen, String output) {
        Matcher told =
                Pattern.compile("=== never 0x(\\w+) mutex 0x(\\w+) written").matcher(output);
        assertTrue(told.find());
        Address never = new Address(Long.parseLong(told.group(1), 16));
        // its second uint32 is the semaphore
        Address semaphore = new Address(Long.parseLong(told.group(2), 16) + 4);
        for (Seen each : seen.values()) {
            String where = each.frames().toString();
            WaitingOn on = each.waitingOn().orElse(null);
            if (where.contains("main.receive ") || where.contains("main.deep ") || where.contains("main.locked ")) {
                assertEquals(new WaitingOn.Channel(never, false), on, where);
            } else if (where.contains("main.receiveNil ") || where.contains("main.sendNil ")) {
                assertEquals(new WaitingOn.Channel(new Address(0), where.contains("main.sendNil ")), on, where);
            } else if (where.contains("main.choose ")) {
                WaitingOn.Select select = assertInstanceOf(WaitingOn.Select.class, on, where);
                assertEquals(2, select.cases().size());
                for (WaitingOn.Channel one : select.cases()) {
                    assertEquals(!one.address().equals(never), one.sends());
                }
                assertTrue(select.cases().contains(new WaitingOn.Channel(never, false)));
            } else if (where.contains("main.lock ")) {
                assertEquals(new WaitingOn.Semaphore(semaphore), on, where);
            } else if (where.contains("main.readLock ") || where.contains("main.waitGroup ")) {
                assertInstanceOf(WaitingOn.Semaphore.class, on, where);
            } else if (where.contains("main.sleep ")) {
                long due =
                        assertInstanceOf(WaitingOn.Timer.class, on, where).due().orElseThrow();
                assertTrue(due > 3_500_000_000_000L && due <= 3_600_000_000_000L, "due in " + due);
            } else if (where.contains("main.readPipe ") || where.contains("main.systemCall ")) {
                assertEquals(null, on, where);
            }
        }
    }

    @GoProgramTest(
            program = "parked",
            modes = {Mode.STRIPPED})
    void a_stripped_program_says_why_it_has_no_list(GoBinary parked) {
        try (LiveSession session = launch(parked)) {
            session.addBreakpoint(Where.parse("main.checkpoint"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            GoRuntime runtime = session.goRuntime().orElseThrow();
            String message =
                    assertThrows(Unavailable.class, runtime::goroutines).getMessage();
            assertTrue(message.contains("goroutines"), message);
        }
    }

    @GoProgramTest(
            program = "busy",
            modes = {Mode.OPT})
    void every_stack_ends_at_its_entry_while_the_collector_and_the_scheduler_are_busy(GoBinary busy) throws Exception {
        Random random = new Random(SEED);
        List<String> astray = new ArrayList<>();
        int walks = 0;
        int stops = 0;
        try (LiveSession session = launch(busy)) {
            session.addBreakpoint(Where.parse("main.main"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            for (; stops < STOPS; stops++) {

                long wait = 1 + random.nextInt(8);
                Thread interrupter = Thread.ofPlatform().start(() -> {
                    try {
                        Thread.sleep(wait);

                        session.interrupt();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                boolean ended = session.resume().ended();
                interrupter.join();
                if (ended) {
                    break;
                }
                for (GoroutineState state : session.goRuntime().orElseThrow().goroutines()) {
                    List<String> names = new ArrayList<>();
                    for (Frame frame : session.frames(state)) {
                        names.add(frame.position().function());
                    }
                    walks++;
                    if (!names.getLast().equals("runtime.goexit")) {
                        astray.add(state.id() + " " + state.status() + " " + state.waitReason() + " " + names);
                    }
                }
            }
        }
        System.out.println(busy + ": stops: " + stops + ", stacks walked: " + walks + ", astray: " + astray.size());
        assertTrue(stops > 3, "stops: " + stops);
        assertEquals(List.of(), astray);
    }

    /** What is read of a goroutine, in the terms in which it is printed. */
    private record Seen(
            String state,
            boolean locked,
            List<String> frames,
            Optional<Position> creator,
            Map<String, String> labels,
            Optional<WaitingOn> waitingOn,
            boolean inCall) {
        static Seen of(LiveSession session, GoroutineState state) {
            List<String> frames = new ArrayList<>();
            for (Frame frame : session.frames(state)) {
                String function = frame.position().function();
                if (function.equals("runtime.gopanic")) {
                    function = "panic";
                } else if (function.startsWith("runtime.") || function.indexOf('.') < 0) {
                    continue;
                }
                frames.add(function + " " + place(frame.position()));
            }
            return new Seen(
                    state.waitReason().orElse(state.status().toString()),
                    state.isLocked(),
                    frames,
                    state.createdBy(),
                    state.labels(),
                    state.waitingOn(),
                    state.status() == GoroutineStatus.SYSCALL);
        }

        private static String place(Position position) {
            return Path.of(position.file()).getFileName() + ":" + position.line();
        }

        Optional<String> disagreement(PrintedGoroutine printed) {
            boolean same = sameState(printed)
                    && locked == printed.locked()
                    && sameCreator(printed)
                    && sameFrames(printed.frames());
            return same ? Optional.empty() : Optional.of("\nprinted " + printed + "\nread    " + this);
        }

        /** One that runs is printed as runnable when the world has been stopped. */
        private boolean sameState(PrintedGoroutine printed) {
            Set<String> onCpu = Set.of("running", "runnable");
            return state.equals(printed.state()) || onCpu.contains(state) && onCpu.contains(printed.state());
        }

        private boolean sameCreator(PrintedGoroutine printed) {
            if (printed.creator().isEmpty()) {
                return creator.isEmpty();
            }
            // of a go statement in an inlined function, Go prints the function around
            return creator.isPresent()
                    && (creator.get().inlined()
                            ? printed.creator().endsWith(" " + place(creator.get()))
                            : printed.creator().equals(creator.get().function() + " " + place(creator.get())));
        }

        private boolean sameFrames(List<String> printed) {
            if (!inCall) {
                return withoutMovingLines(frames).equals(withoutMovingLines(printed));
            }
            // Go prints a system call's stack from the line that told the runtime of it; the thread stands deeper
            int deeper = frames.size() - printed.size();
            return deeper >= 0
                    && function(frames.get(deeper)).equals(function(printed.getFirst()))
                    && frames.subList(deeper + 1, frames.size()).equals(printed.subList(1, printed.size()));
        }

        private static String function(String frame) {
            return frame.substring(0, frame.indexOf(' '));
        }

        /** The lines of what still runs differ from one moment to the next. */
        private static List<String> withoutMovingLines(List<String> frames) {
            return frames.stream()
                    .filter(each -> !each.startsWith("internal/runtime/atomic.") && !each.startsWith("sync/atomic."))
                    .map(each -> each.startsWith("main.spin ") || each.startsWith("main.checkpoint ")
                            ? each.substring(0, each.indexOf(' '))
                            : each)
                    .toList();
        }
    }

    private LiveSession launch(GoBinary binary) {
        return LiveSession.launch(LaunchRequest.of(binary.path()).withStdout(folder.resolve("out")));
    }
}
