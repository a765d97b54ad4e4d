package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set to something longer, or shared with other values, goes into room of its own. */
class SettingTextTest {
    @TempDir
    Path folder;

    @GoProgramTest(
            program = "texts",
            modes = {Mode.NOOPT})
    void a_text_of_any_length_is_set_and_others_with_the_old_bytes_stay(GoBinary program) throws Exception {
        Path output = folder.resolve("output");
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(output))) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            Variables first = caller(session);
            first.evaluate("s").set("XYZZY");
            first.evaluate("constant").set("other");
            first.evaluate("empty").set("no more");
            first.evaluate("global").set("näher");
            first.evaluate("list").set("BYTES, more of them".getBytes(StandardCharsets.UTF_8));
            first.evaluate("numbers").set(List.of(1.5, 2L, first.evaluate("numbers[0]")));
            first.evaluate("flags").set(List.of(true, false));
            first.evaluate("runes").set(List.of("x", 0x4e16L));
            first.evaluate("n.Name").set("a longer name");
            first.evaluate("n.Tags").set(List.of());
            refuses(
                    first,
                    "numbers",
                    List.of(1L, "one"),
                    "element 1: a value of type float64 can't be set to the string \"one\"");
            refuses(first, "runes", List.of(1L << 31), "element 0: 2147483648 does not fit into int32");
            refuses(first, "pointers", List.of(0L), "only slices of numbers and booleans can be made");
            refuses(first, "s", "x".repeat((16 << 20) + 1), "16777217 bytes is longer than the 16777216");
            session.addHook(Where.parse("main.handled"), new Setting(session));
            Variables second = caller(session);
            second.evaluate("constant").set("long".repeat(4 << 20));
            second.evaluate("s").set("kept");
            session.detach();
        }
        for (int i = 0; i < 200 && !Files.readString(output).endsWith("end\n"); i++) {
            Thread.sleep(50);
        }
        assertEquals(
                List.of(
                        "XYZZY abcde bc map[abcde:1] 1 other constant no more näher",
                        "BYTES, more of them! [1.5 2 1 0.5] [true false] 2 x世 1 a longer name []",
                        "good [25 25 25 25]",
                        "kept 16777216 4194304 [XYZZY a longer name]",
                        "end"),
                Files.readAllLines(output));
    }

    @Test
    void a_pointer_to_char_and_an_array_of_them_are_set_to_a_text() throws Exception {
        Path output = folder.resolve("output");
        Path program = Fixtures.c("ctexts", "-O0", "-gdwarf-5");
        try (LiveSession session = LiveSession.launch(LaunchRequest.of(program).withStdout(output))) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            session.resume();
            session.globals().find("label").orElseThrow().set("a longer label");
            session.globals().find("changed").orElseThrow().set("");
            Value buffer = session.globals().find("buffer").orElseThrow();
            buffer.set("short");
            assertThrows(BadRequest.class, () -> buffer.set("12345678"));
            session.globals().find("named").orElseThrow().set(Map.of("size", 7L, "name", "seven"));
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        assertEquals(List.of("a longer label||short|7 seven"), Files.readAllLines(output));
    }

    @Test
    void a_core_has_no_room() throws Exception {
        GoBinary program = Fixtures.go("texts", "1.26", Mode.NOOPT);
        Path core = folder.resolve("core");
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(Path.of("/dev/null")))) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            session.resume();
            try (FileChannel file = FileChannel.open(core, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                session.dump(file, (done, total) -> {});
            }
        }
        try (CoreSession session = CoreSession.open(core, Optional.of(program.path()))) {
            Value global = session.globals().find("main.global").orElseThrow();
            String message =
                    assertThrows(BadRequest.class, () -> global.set("text")).getMessage();
            assertTrue(message.contains("it can be read, and neither run nor changed"), message);
        }
    }

    /** Sets an argument in each call, when other threads run. */
    private record Setting(LiveSession session) implements HookHandler {
        @Override
        public boolean accepts(Frame frame) {
            return true;
        }

        @Override
        public Verdict entered(Invocation call, Frame frame) {
            Variables variables = session.variables(frame);
            variables.evaluate("name").set("set " + variables.evaluate("n") + " " + "x".repeat(40_000));
            return Verdict.GO_ON;
        }

        @Override
        public boolean wantsReturn() {
            return false;
        }

        @Override
        public Verdict returned(Invocation call, Frame frame, Supplier<List<Value>> results) {
            return Verdict.GO_ON;
        }
    }

    private static Variables caller(LiveSession session) {
        Stop stop = session.resume();
        assertEquals(StopReason.BREAKPOINT, stop.reason());
        Iterator<Frame> frames = session.frames(stop.thread().orElseThrow()).iterator();
        frames.next();
        return session.variables(frames.next());
    }

    private static void refuses(Variables variables, String name, Object value, String part) {
        Value target = variables.evaluate(name);
        String before = target.read() instanceof Reading.Text text ? text.text() : target.toString();
        String message = assertThrows(BadRequest.class, () -> target.set(value)).getMessage();
        assertTrue(message.contains(part), message);
        assertEquals(before, target.read() instanceof Reading.Text text ? text.text() : target.toString());
    }
}
