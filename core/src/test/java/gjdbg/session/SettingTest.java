package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gjdbg.breakpoint.Where;
import gjdbg.error.BadRequest;
import gjdbg.target.linux.LaunchRequest;
import gjdbg.testbins.GoBinary;
import gjdbg.testbins.GoProgramTest;
import gjdbg.testbins.Mode;
import gjdbg.unwind.Frame;
import gjdbg.value.Reading;
import gjdbg.value.Value;
import gjdbg.value.Variables;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is set is what the program prints. */
class SettingTest {
    @TempDir
    Path folder;

    private static void refuses(Variables variables, String name, Object value, String part) {
        Value target = variables.evaluate(name);
        String message = assertThrows(BadRequest.class, () -> target.set(value)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @GoProgramTest(
            program = "settable",
            modes = {Mode.NOOPT, Mode.PIE})
    void variables_are_set_in_memory_and_registers(GoBinary program) throws Exception {
        Path output = folder.resolve("output");
        boolean kept = program.mode() == Mode.NOOPT;
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(output))) {
            session.addBreakpoint(Where.parse("main.at"), Condition.ALWAYS);
            session.addBreakpoint(Where.parse("main.registers"), Condition.ALWAYS);
            Variables numbers = caller(session);
            if (kept) {
                numbers(numbers);
            }
            numbers.evaluate("global").set(77L);
            Variables parts = caller(session);
            if (kept) {
                parts(parts);
            }
            Variables registers = session.variables(Sessions.innermost(session, session.resume()));
            registers.evaluate("i").set(-5L);
            registers.evaluate("u8").set(250L);
            registers.evaluate("b").set(true);
            registers.evaluate("f").set(-0.25);
            registers.evaluate("s").set("REG");
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        List<String> lines = Files.readAllLines(output);
        assertTrue(lines.contains("global=77"), lines.toString());
        assertEquals(
                List.of("i=-5", "u8=0xfa", "b=true", "f=-0.25", "s=\"REG\""),
                lines.subList(lines.size() - 5, lines.size()));
        if (kept) {
            assertEquals(
                    List.of(
                            "i=-9223372036854775808",
                            "i8=-128",
                            "i16=32767",
                            "i32=-2",
                            "i64=9223372036854775807",
                            "u=0xffffffffffffffff",
                            "u8=0xff",
                            "u16=0xffff",
                            "u32=0xffffffff",
                            "u64=0x8000000000000000",
                            "up=0x10",
                            "b=true",
                            "f32=0.5",
                            "f64=-1e+300",
                            "c64=(1.5-2i)",
                            "c128=(0.25+1e+100i)",
                            "c=0x9"),
                    lines.subList(0, 17));
            assertEquals(
                    List.of(
                            "s=\"xyz\"",
                            "other=\"xyz\"",
                            "constant=\"constant\"",
                            "list=[]int{4}",
                            "more=[]int(nil)",
                            "*p=main.point{X:11, Y:2}",
                            "q=(*main.point)(nil)",
                            "pt=main.point{X:11, Y:2}",
                            "any=<nil>",
                            "err=<nil>",
                            "m=map[string]int(nil)",
                            "f == nil=true",
                            "arr=[2]int8{8, -9}"),
                    lines.subList(18, 31));
        }
    }

    @GoProgramTest(
            program = "settable",
            modes = {Mode.NOOPT, Mode.OPT, Mode.PIE})
    void parts_of_arguments_in_registers_are_set_where_they_are_stored_too(GoBinary program) throws Exception {
        Path output = folder.resolve("output");
        try (LiveSession session =
                LiveSession.launch(LaunchRequest.of(program.path()).withStdout(output))) {
            session.addBreakpoint(Where.parse("main.parts"), Condition.ALWAYS);
            Stop stop = session.resume();
            Variables variables = session.variables(
                    session.frames(stop.thread().orElseThrow()).iterator().next());
            // Go 1.17 has Y in a slot in which it is not stored yet
            assertEquals("main.point {X: 1, Y: 2}", variables.evaluate("p").toString());
            variables.evaluate("p.X").set(50L);
            variables.evaluate("p.Y").set(51L);
            variables.evaluate("q.S").set("TE");
            variables.evaluate("q.F").set(2.5);
            variables.evaluate("r.Y").set(70L);
            assertEquals(StopReason.EXIT, session.resume().reason());
        }
        List<String> lines = Files.readAllLines(output);
        assertTrue(lines.contains("parts 50 {50 51} TE 2.5 {TE 2.5 <nil>} 70 50"), lines.toString());
        assertTrue(lines.contains("more 51 TE {3 70}"), lines.toString());
    }

    private static Variables caller(LiveSession session) {
        Stop stop = session.resume();
        assertEquals(StopReason.BREAKPOINT, stop.reason());
        Iterator<Frame> frames = session.frames(stop.thread().orElseThrow()).iterator();
        frames.next();
        return session.variables(frames.next());
    }

    private static void numbers(Variables variables) {
        variables.evaluate("i").set(Long.MIN_VALUE);
        refuses(variables, "i8", -129L, "-129 does not fit into int8, which holds -128 to 127");
        variables.evaluate("i8").set(-128L);
        refuses(variables, "i16", 32768L, "does not fit");
        variables.evaluate("i16").set(32767L);
        variables.evaluate("i32").set(-2.0);
        refuses(variables, "i32", 0.5, "can't be set to 0.5");
        variables.evaluate("i64").set(BigInteger.valueOf(Long.MAX_VALUE));
        refuses(variables, "u", -1L, "does not fit");
        variables.evaluate("u").set(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        variables.evaluate("u8").set(255L);
        variables.evaluate("u16").set(65535L);
        variables.evaluate("u32").set(0xffff_ffffL);
        variables.evaluate("u64").set(BigInteger.ONE.shiftLeft(63));
        refuses(variables, "u64", BigInteger.ONE.shiftLeft(64), "does not fit");
        variables.evaluate("up").set(16L);
        refuses(variables, "b", 1L, "a value of type bool can't be set to 1");
        variables.evaluate("b").set(true);
        refuses(variables, "f32", 1e39, "does not fit");
        variables.evaluate("f32").set(0.5);
        variables.evaluate("f64").set(-1e300);
        variables.evaluate("c64").set(new Reading.Complex(1.5, -2));
        variables.evaluate("c128").set(new Reading.Complex(0.25, 1e100));
        refuses(variables, "c128", 1L, "can't be set to 1");
        variables.evaluate("c").set(variables.evaluate("u8 - 246"));
    }

    private static void parts(Variables variables) {
        variables.evaluate("s").set("xyz");
        variables.evaluate("other").set(variables.evaluate("s"));
        variables.evaluate("list").set(variables.evaluate("[]int{1}"));
        variables.evaluate("list").set(variables.evaluate("more"));
        variables.evaluate("more").set(new Reading.Nil());
        refuses(variables, "list", 5L, "can't be set to 5");
        refuses(variables, "p", variables.evaluate("list"), "can't be put where one of type *main.point is");
        variables.evaluate("p").set(variables.evaluate("pt"));
        refuses(variables, "pt", variables.evaluate("arr"), "can't be put where one of type main.point is");
        variables.evaluate("pt").set(variables.evaluate("point{11, len(list) + 1}"));
        variables.evaluate("q").set(new Reading.Nil());
        refuses(variables, "any", 5L, "can only be set to nil or to another one of its type");
        variables.evaluate("any").set(new Reading.Nil());
        variables.evaluate("m").set(new Reading.Nil());
        variables.evaluate("f").set(new Reading.Nil());
        variables.evaluate("arr[1]").set(-9L);
        refuses(
                variables,
                "arr",
                variables.evaluate("[...]int8{1, 2, 3}"),
                "can't be put where one of type [2]int8 is");
        variables.evaluate("arr").set(variables.evaluate("[...]int8{8, arr[1]}"));
    }
}
