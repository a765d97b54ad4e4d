package gjdbg.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.session.Condition;
import gjdbg.session.LiveSession;
import gjdbg.target.Address;
import gjdbg.target.Memory;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Mode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps and channels whose memory is overwritten read as something bounded, or as unreadable, and never in any other way. */
class CorruptMapsTest {
    /** For all builds together. */
    private static final int INPUTS = Integer.getInteger("gjdbg.fuzz.inputs", 5000);

    /** How many words the runtime's struct has, or a few more. */
    private static final int HEADER = 12;

    private static final long A_SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private final Random random = new Random(4);
    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private long slowest;
    private String slowestName;

    static List<MapBuilds> builds() {
        return MapBuilds.of(Mode.OPT);
    }

    @ParameterizedTest
    @MethodSource("builds")
    void every_read_of_a_corrupt_map_or_channel_is_bounded(MapBuilds build) throws IOException {
        int times = INPUTS / builds().size();
        Path dump = folder.resolve("dump");
        LaunchRequest request = LaunchRequest.of(build.with(Map.of()).path(), dump.toString());
        try (LiveSession session = LiveSession.launch(request)) {
            session.addBreakpoint(Where.parse("main.stop"), Condition.ALWAYS);
            session.resume();
            List<Value> values = MapDump.read(dump).sections().stream()
                    .filter(section -> !section.isNil())
                    .map(section ->
                            session.globals().find("main." + section.name()).orElseThrow())
                    .toList();
            for (int i = 0; i < times; i++) {
                corrupt(values.get(i % values.size()), session.target().memory());
            }
        }
        System.out.println(build + ": " + times + " corrupt maps and channels, " + outcomes + ", the slowest took "
                + slowest / 1_000_000 + " ms (" + slowestName + ")");
        assertEquals(List.of(), broken);
        assertTrue(outcomes.getOrDefault("unreadable", 0) > times / 50, outcomes.toString());
        assertTrue(slowest < A_SECOND, slowestName + " took " + slowest + " ns");
    }

    /** Overwrites one to three words or bytes of what the value is made of, reads it, and puts them back. */
    private void corrupt(Value value, Memory memory) {
        List<Address> parts = parts(value, memory);
        Map<Address, byte[]> before = new HashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Address at = parts.get(random.nextInt(random.nextBoolean() ? HEADER : parts.size()));
            byte[] old = memory.bytes(at, 8);
            before.putIfAbsent(at, old);
            memory.write(at, made(old, parts));
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            outcomes.merge(use(value), 1, Integer::sum);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            List<StackTraceElement> stack = List.of(e.getStackTrace());
            broken.add(value.type().name() + ": " + e + " at " + stack.subList(0, Math.min(8, stack.size())));
        }
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (took > slowest) {
            slowest = took;
            slowestName = value.type().name();
        }
        before.forEach(memory::write);
    }

    private byte[] made(byte[] old, List<Address> parts) {
        long word = ByteBuffer.wrap(old).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long made =
                switch (random.nextInt(9)) {
                    case 0 -> 0;
                    case 1 -> -1;
                    case 2 -> random.nextLong();
                    case 3 -> parts.get(random.nextInt(parts.size())).value();
                    case 4 -> 1L << random.nextInt(64);
                    case 5 -> word + 8L * (random.nextInt(9) - 4);
                    case 6 -> word ^ 0xffL << 8 * random.nextInt(8);
                    case 7 -> word ^ 1L << random.nextInt(64);
                    default -> random.nextInt(1000);
                };
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(made)
                .array();
    }

    /** The words of the value's header, of what these lead to, and of what those do. */
    private List<Address> parts(Value value, Memory memory) {
        Address header = MapDump.address(MapDump.held(value));
        List<Address> found = new ArrayList<>(words(header, HEADER));
        for (int level = 0; level < 2; level++) {
            for (Address at : List.copyOf(found.subList(0, Math.min(found.size(), 40)))) {
                long word = memory.u64(at);
                try {
                    memory.bytes(new Address(word), 128);
                    found.addAll(words(new Address(word), 16));
                } catch (GjdbgException e) {
                    // no pointer
                }
            }
        }
        return found;
    }

    private static List<Address> words(Address start, int count) {
        List<Address> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(start.plus(8L * i));
        }
        return words;
    }

    private static String use(Value value) {
        value.toString();
        try {
            Reading reading = MapDump.held(value);
            if (reading instanceof Reading.Mapping map) {
                for (Reading.Entry entry : map.entries()) {
                    entry.key().read();
                    entry.value().read();
                }
            } else if (reading instanceof Reading.Channel channel) {
                channel.receivers().forEach(waiter -> waiter.element().ifPresent(Value::read));
                channel.senders().forEach(waiter -> waiter.element().ifPresent(Value::read));
                for (long i = 0; i < Math.min(channel.length(), 1000); i++) {
                    channel.buffer().at(i).read();
                }
            } else {
                return "unreadable";
            }
            return "readable";
        } catch (GjdbgException e) {
            return "unreadable";
        }
    }
}
