package gjdbg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gjdbg.breakpoint.Breakpoint;
import gjdbg.breakpoint.Where;
import gjdbg.symbol.Position;
import gjdbg.target.Address;
import gjdbg.target.TargetThread;
import gjdbg.testbins.Fixtures;
import gjdbg.testbins.Run;
import gjdbg.unwind.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps through a C program: loops, recursion, function pointers, calls into the C library, longjmp, inlined functions. */
@Timeout(60)
class CStepsTest {
    private static final int MOST_STEPS = 300;

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O0 -gdwarf-2 -fno-pie -no-pie", "-O0 -static"})
    void next_goes_through_main_line_by_line(String flags) {
        Path program = built(flags);
        try (LiveSession session = Sessions.launched(program)) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            int end = line(session.resume(), session, "return sink == 0;") + 1;
            List<Integer> lines = new ArrayList<>();
            for (int line = end - 13; line != end; line = lines.getLast()) {
                lines.add(position(session, session.step(thread(session), StepKind.NEXT))
                        .line());
            }
            // from strcpy() to the closing brace; what spans two lines comes back to its first
            List<Integer> expected = new ArrayList<>();
            for (String text : List.of(
                    "strcpy(text",
                    "int a =",
                    "int b =",
                    "int c =",
                    "int d =",
                    "int e =",
                    "puts(text)",
                    "if (setjmp",
                    "leap(1)",
                    "int f =",
                    "twice(d);",
                    "int f =",
                    "sink = a",
                    "return sink == 0;")) {
                expected.add(lineOf(session, text));
            }
            expected.add(end);
            assertEquals(expected, lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O0 -gdwarf-4 -fno-pie -no-pie"})
    void next_goes_round_loops_and_stays_in_its_frame_under_recursion(String flags) {
        try (LiveSession session = Sessions.launched(built(flags))) {
            Breakpoint factorial = session.addBreakpoint(Where.parse("factorial"), Condition.ALWAYS);
            session.resume();
            factorial.remove();
            int test = lineOf(session, "if (n <= 1)");
            assertEquals(
                    List.of(test, test + 2, test + 3, test + 4, lineOf(session, "int a = ")), linesUntilMain(session));
            session.addBreakpoint(Where.parse("loop"), Condition.ALWAYS);
            session.resume();
            int sum = lineOf(session, "int sum = 0;");
            assertEquals(
                    List.of(0, 1, 2, 1, 2, 1, 2, 1, 3, 4, 3, 6, 7, 6, 7, 8, 9),
                    linesUntilMain(session).stream()
                            .map(line -> line - sum)
                            .toList()
                            .subList(0, 17));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O1", "-O2", "-O2 -fno-pie -no-pie", "-O0 -Wl,-z,now", "-Og -gdwarf-4"})
    void step_goes_into_each_function_that_has_lines_and_over_those_of_the_C_library(String flags) {
        Set<String> entered = new LinkedHashSet<>();
        try (LiveSession session = Sessions.launched(built(flags))) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            session.resume();
            for (int steps = 0; steps < MOST_STEPS && !entered.contains("leap"); steps++) {
                Stop stop = session.step(thread(session), StepKind.STEP);
                assertEquals(StopReason.STEP, stop.reason());
                Position position = position(session, stop);
                assertTrue(position.line() > 0, position.toString());
                entered.add(position.function());
            }
        }
        assertEquals(
                List.of("main", "factorial", "loop", "kind", "apply", "twice", "square", "sorted", "leap"),
                List.copyOf(entered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O2"})
    void step_out_goes_to_the_caller_through_a_pointer_and_out_of_the_library(String flags) {
        try (LiveSession session = Sessions.launched(built(flags))) {
            session.addBreakpoint(Where.parse("twice"), Condition.ALWAYS);
            session.resume();
            assertEquals("apply", out(session).function());
            Position main = out(session);
            assertEquals("main", main.function());
            Breakpoint ascending = session.addBreakpoint(Where.parse("ascending"), Condition.ALWAYS);
            session.resume();
            ascending.remove();
            // qsort() has no lines, but is the caller all the same
            for (Position position = out(session); ; position = out(session)) {
                if (position.function().equals("sorted") || position.function().equals("main")) {
                    break;
                }
                assertTrue(!position.function().equals("ascending"), position.toString());
            }
        }
    }

    /** gdb goes on where a return ends within a line; gjdbg shows the line of the call again, as debuggers of Go do. */
    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O0 -gdwarf-3 -fno-pie -no-pie"})
    void step_stops_where_gdb_does_and_at_the_call_after_a_return(String flags) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdb")), "no gdb here");
        Path program = built(flags);
        List<String> theirs = stepsOfGdb(program);
        int compared = 0;
        try (LiveSession session = Sessions.launched(program)) {
            session.addBreakpoint(Where.parse("main"), Condition.ALWAYS);
            session.resume();
            for (String expected : theirs) {
                Address cfa = innermost(session).cfa();
                boolean inlined = innermost(session).position().inlined();
                session.step(thread(session), StepKind.STEP);
                boolean returned = innermost(session).cfa().compareTo(cfa) > 0
                        || inlined && !innermost(session).position().inlined();
                if (returned && !text(innermost(session).position()).equals(expected)) {
                    session.step(thread(session), StepKind.STEP);
                }
                assertEquals(expected, text(innermost(session).position()), "step " + compared);
                compared++;
            }
        }
        System.out.println("C, " + flags + ": " + compared + " steps compared with gdb's, 0 disagreements");
        assertTrue(compared > 50, theirs.toString());
    }

    /** Until longjmp(), which gdb follows only with the debug information of the C library. */
    private static List<String> stepsOfGdb(Path program) {
        String loop = """
                python
                for i in range(200):
                  gdb.execute('step', to_string=True)
                  frame = gdb.selected_frame()
                  print('at', frame.name(), frame.find_sal().line)
                  if frame.name() == 'leap': break
                """;
        return Run.of(
                        List.of(
                                "gdb",
                                "-nx",
                                "-q",
                                "-batch",
                                "-ex",
                                "set debug-file-directory /nowhere",
                                "-ex",
                                "break main",
                                "-ex",
                                "run > /dev/null",
                                "-ex",
                                loop,
                                program.toString()),
                        Path.of("/"),
                        List.of())
                .out()
                .lines()
                .filter(line -> line.startsWith("at "))
                .map(line -> line.substring(3))
                .toList();
    }

    private static String text(Position position) {
        return position.function() + " " + position.line();
    }

    private static Position out(LiveSession session) {
        return position(session, session.step(thread(session), StepKind.OUT));
    }

    private static List<Integer> linesUntilMain(LiveSession session) {
        List<Integer> lines = new ArrayList<>();
        Position position = position(session, session.lastStop());
        lines.add(position.line());
        while (!position.function().equals("main")) {
            position = position(session, session.step(thread(session), StepKind.NEXT));
            lines.add(position.line());
        }
        return lines;
    }

    private static TargetThread thread(LiveSession session) {
        return session.lastStop().thread().orElseThrow();
    }

    private static Position position(LiveSession session, Stop stop) {
        return Sessions.innermost(session, stop).position();
    }

    private static Frame innermost(LiveSession session) {
        return Sessions.innermost(session, session.lastStop());
    }

    private static int line(Stop stop, LiveSession session, String text) {
        assertEquals(StopReason.BREAKPOINT, stop.reason());
        return lineOf(session, text);
    }

    private static int lineOf(LiveSession session, String text) {
        try {
            List<String> lines = Files.readAllLines(
                    Path.of(position(session, session.lastStop()).file()));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(text)) {
                    return i + 1;
                }
            }
            throw new AssertionError("no line has " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path built(String flags) {
        return Fixtures.c("csteps", ("-g " + flags).split(" "));
    }
}
