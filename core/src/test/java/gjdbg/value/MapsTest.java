package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.session.StopReason;
import gjdbg.target.TargetThread;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program writes what its maps and channels hold; a debugger must read the same. */
class MapsTest {
    @TempDir
    Path folder;

    private int compared;
    private final List<String> wrong = new ArrayList<>();

    static List<MapBuilds> builds() {
        return MapBuilds.of(Mode.NOOPT, Mode.OPT);
    }

    static List<MapBuilds> optimised() {
        return MapBuilds.of(Mode.OPT);
    }

    @ParameterizedTest
    @MethodSource("builds")
    void maps_and_channels_read_as_the_program_writes_them(MapBuilds build) throws IOException {
        run(build.with(Map.of()), session -> {
            MapDump dump = dump();
            dump.sections().forEach(section -> compare(section, session.globals()));
            assertEquals(build.ofBuckets() ? "growing" : "plain", dump.state("grown"));
            assertEquals(build.ofBuckets() ? "rebuilding" : "plain", dump.state("rebuilt"));
            arguments(session, dump);
        });
        report("maps and channels, " + build);
        assertTrue(compared > 6000, "only " + compared + " were compared");
    }

    @ParameterizedTest
    @MethodSource("optimised")
    void random_maps_read_as_the_program_writes_them(MapBuilds build) throws IOException {
        long seed = Long.getLong("gjdbg.seed", 20261123);
        run(build.with(Map.of("types.go", new RandomMaps(seed).source())), session -> {
            MapDump dump = dump();
            List<MapDump.Section> random = dump.sections().stream()
                    .filter(section -> section.name().startsWith("random"))
                    .toList();
            assertEquals(RandomMaps.COUNT, random.size());
            random.forEach(section -> compare(section, session.globals()));
            long growing = random.stream()
                    .filter(section -> !section.headline().getLast().equals("plain"))
                    .count();
            System.out.println("caught while growing: " + growing);
            assertTrue(!build.ofBuckets() || growing >= 10, growing + " maps were caught while they grew");
        });
        report("random maps of seed " + seed + ", " + build);
        assertTrue(compared > 50_000, "only " + compared + " were compared");
    }

    private void run(GoBinary program, Consumer<LiveSession> reading) throws IOException {
        LaunchRequest request = LaunchRequest.of(program.path(), dumpFile().toString());
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("main.stop"), Condition.ALWAYS);
            assertEquals(StopReason.BREAKPOINT, session.resume().reason());
            reading.accept(session);
        }
    }

    private Path dumpFile() {
        return folder.resolve("dump");
    }

    private MapDump dump() {
        try {
            return MapDump.read(dumpFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void report(String what) {
        System.out.println(what + ": " + compared + " compared, " + wrong.size() + " disagreements");
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())));
    }

    private void arguments(LiveSession session, MapDump dump) {
        TargetThread thread = session.lastStop().thread().orElseThrow();
        Variables variables =
                session.variables(session.frames(thread).iterator().next());
        for (MapDump.Section section : dump.sections()) {
            if (section.name().equals("words")) {
                compareMap(section, variables.find("words").orElseThrow().read());
            } else if (section.name().equals("numbers")) {
                compareChannel(section, variables.find("numbers").orElseThrow().read());
            }
        }
    }

    private void compare(MapDump.Section section, Globals globals) {
        String name = "main." + section.name();
        Reading reading =
                MapDump.held(globals.find(name).orElseThrow(() -> new AssertionError("there is no variable " + name)));
        if (section.isNil()) {
            assertInstanceOf(Reading.Nil.class, reading, section.name());
        } else if (section.kind().equals("map")) {
            compareMap(section, reading);
        } else {
            compareChannel(section, reading);
        }
    }

    private void compareMap(MapDump.Section section, Reading reading) {
        Reading.Mapping map = assertInstanceOf(Reading.Mapping.class, reading, () -> section.name() + ": " + reading);
        expect(section.name() + "'s size", section.headline().get(2), Long.toString(map.size()));
        List<String> lines = MapDump.lines(map);
        compared += section.lines().size();
        if (!lines.equals(section.lines())) {
            List<String> missing = new ArrayList<>(section.lines());
            lines.forEach(missing::remove);
            section.lines().forEach(lines::remove);
            missing.forEach(line -> wrong.add(section.name() + " lacks " + line));
            lines.forEach(line -> wrong.add(section.name() + " has no " + line));
        }
    }

    private void compareChannel(MapDump.Section section, Reading reading) {
        Reading.Channel channel = assertInstanceOf(Reading.Channel.class, reading, section.name());
        expect(section.name() + "'s length", section.headline().get(2), Long.toString(channel.length()));
        expect(section.name() + "'s capacity", section.headline().get(3), Long.toString(channel.capacity()));
        expect(section.name() + " closed", section.headline().get(4), Boolean.toString(channel.closed()));
        List<String> lines = new ArrayList<>();
        for (long i = 0; i < channel.length(); i++) {
            lines.add("element " + CanonicalText.of(channel.buffer().at(i)));
        }
        channel.receivers().forEach(waiter -> lines.add("receiver " + text(waiter)));
        channel.senders().forEach(waiter -> lines.add("sender " + text(waiter)));
        expect(section.name(), section.lines().toString(), lines.toString());
    }

    private static String text(Reading.Waiter waiter) {
        return waiter.goroutine() + " " + waiter.selecting() + " "
                + waiter.element().map(CanonicalText::of).orElse("-");
    }

    private void expect(String what, String expected, String actual) {
        compared++;
        if (!expected.equals(actual)) {
            wrong.add(what + " is " + expected + ", not " + actual);
        }
    }
}
