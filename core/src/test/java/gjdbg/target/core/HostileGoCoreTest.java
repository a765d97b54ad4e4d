package gjdbg.target.core;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.GjdbgException;
import gjdbg.goruntime.Goroutines;
import gjdbg.goruntime.StackGroups;
import gjdbg.session.Condition;
import gjdbg.session.CoreSession;
import gjdbg.session.LiveSession;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Variable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goroutines, stacks and values of a Go program's core that is cut short or damaged: a view with gaps, or the clear error. */
class HostileGoCoreTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MUTATIONS = 60;
    private static final int WORST_DEPTH = 200;
    private static final int MOST_GOROUTINES = 100;

    @TempDir
    static Path folder;

    private static Path whole;
    private static Path program;
    private static long size;
    private static int notesEnd;

    /** What could be read, and what could not. */
    private static final class Tally {
        int refused;
        int withoutGoroutines;
        int goroutines;
        int frames;
        int values;
        int unreadable;

        @Override
        public String toString() {
            return refused + " refused, " + withoutGoroutines + " without goroutines; in the others " + goroutines
                    + " goroutines, " + frames + " frames, " + values + " values, " + unreadable + " unreadable";
        }
    }

    @BeforeAll
    static void makeCore() throws IOException {
        program = Fixtures.go("cores", "1.26", Mode.NOOPT).path();
        whole = folder.resolve("whole");
        try (LiveSession live = LiveSession.launch(LaunchRequest.of(program))) {
            live.addBreakpoint(Where.parse("main.stand"), Condition.ALWAYS);
            live.resume();
            OwnDumpTest.dump(live, whole);
        }
        size = Files.size(whole);
        byte[] start = head(64 + 56);
        ByteBuffer first = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        notesEnd = (int) (first.getLong(64 + 8) + first.getLong(64 + 32));
    }

    private static byte[] head(int length) throws IOException {
        try (var in = Files.newInputStream(whole)) {
            return in.readNBytes(length);
        }
    }

    @Test
    void cut_at_every_64th() throws IOException {
        Tally all = new Tally();
        use(whole, all);
        assertTrue(
                all.goroutines >= 4 && all.frames > 10 && all.values > 10 && all.unreadable < all.values,
                all.toString());
        Tally cut = new Tally();
        Path file = Files.copy(whole, folder.resolve("cut"));
        // from the end, so that one copy does
        for (int part = 63; part >= 0; part--) {
            try (RandomAccessFile shortened = new RandomAccessFile(file.toFile(), "rw")) {
                shortened.setLength(size * part / 64);
            }
            use(file, cut);
        }
        System.out.println("64 cuts of a Go core: " + cut);
        assertTrue(cut.refused >= 1 && cut.refused < 24, cut.toString());
        assertTrue(cut.goroutines > 0 && cut.unreadable > 0, cut.toString());
    }

    @Test
    void with_notes_and_headers_mutated() throws IOException {
        byte[] start = head(notesEnd);
        Path file = Files.copy(whole, folder.resolve("start"));
        Tally tally = new Tally();
        Random random = new Random(815);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = start.clone();
            for (int change = random.nextInt(200); change >= 0; change--) {
                mutate(mutated, random);
            }
            patch(file, 0, mutated);
            use(file, tally);
        }
        System.out.println(MUTATIONS + " Go cores with notes and headers mutated: " + tally);
        assertTrue(tally.refused < MUTATIONS && tally.goroutines > 0, tally.toString());
    }

    @Test
    void with_memory_mutated() throws IOException {
        Path file = Files.copy(whole, folder.resolve("memory"), StandardCopyOption.REPLACE_EXISTING);
        Tally tally = new Tally();
        Random random = new Random(4711);
        for (int i = 0; i < MUTATIONS / 2; i++) {
            // each on top of those before
            damage(file, random);
            use(file, tally);
        }
        System.out.println(MUTATIONS / 2 + " Go cores with memory mutated: " + tally);
        assertTrue(tally.frames > 0 && tally.unreadable > 0, tally.toString());
    }

    /** Every so many words that are not zero, of all that the core has. */
    private static void damage(Path file, Random random) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long from = notesEnd + 7 & -8;
            ByteBuffer words = channel.map(FileChannel.MapMode.READ_WRITE, from, size - from)
                    .order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + 8 <= words.limit(); at += 8 * (1 + random.nextInt(2000))) {
                if (words.getLong(at) != 0) {
                    words.putLong(at, random.nextBoolean() ? random.nextLong() : words.getLong(at) + 8);
                }
            }
        }
    }

    private static void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length - 8) & -8;
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> ByteBuffer.wrap(bytes).putLong(at, random.nextLong());
            default -> ByteBuffer.wrap(bytes).putLong(at, random.nextBoolean() ? -1 : 0);
        }
    }

    private static void patch(Path file, long at, byte[] bytes) throws IOException {
        try (RandomAccessFile patched = new RandomAccessFile(file.toFile(), "rw")) {
            patched.seek(at);
            patched.write(bytes);
        }
    }

    private static void use(Path file, Tally tally) {
        assertTimeoutPreemptively(LIMIT, () -> {
            try (CoreSession core = CoreSession.open(file, Optional.of(program))) {
                goroutines(core, tally);
                core.target().arguments();
                core.target().environment();
            } catch (GjdbgException e) {
                tally.refused++;
            }
        });
    }

    private static void goroutines(CoreSession core, Tally tally) {
        Goroutines goroutines;
        try {
            goroutines = core.goRuntime().orElseThrow().goroutines();
        } catch (GjdbgException e) {
            tally.withoutGoroutines++;
            return;
        }
        new StackGroups(core::frames, WORST_DEPTH).add(goroutines);
        for (int i = 0; i < Math.min(MOST_GOROUTINES, goroutines.size()); i++) {
            tally.goroutines++;
            try {
                var state = goroutines.get(i);
                state.labels();
                state.waitingOn();
                walk(core, state.thread().map(core::frames).orElseGet(() -> core.frames(state)), tally);
            } catch (GjdbgException e) {
                tally.unreadable++;
            }
        }
    }

    private static void walk(CoreSession core, Iterable<Frame> frames, Tally tally) {
        int depth = 0;
        for (Frame frame : frames) {
            if (++depth > WORST_DEPTH) {
                return;
            }
            tally.frames++;
            try {
                for (Variable variable : core.variables(frame).locals()) {
                    read(variable, tally);
                }
                for (Variable variable : core.variables(frame).arguments()) {
                    read(variable, tally);
                }
            } catch (GjdbgException e) {
                tally.unreadable++;
            }
        }
    }

    private static void read(Variable variable, Tally tally) {
        if (variable.value().toString().contains("<unreadable")) {
            tally.unreadable++;
        } else {
            tally.values++;
        }
    }
}
